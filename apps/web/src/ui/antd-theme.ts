import { theme as antd, type ThemeConfig } from "antd";
import themes from "./theme.json" with { type: "json" };
import type { Size, Theme } from "./use-look.ts";

type Part = { readonly token: object; readonly components: object };

function over(base: Part, top: Part): Part {
  const components: Record<string, object> = { ...base.components } as Record<string, object>;
  for (const [name, tokens] of Object.entries(top.components)) components[name] = { ...components[name], ...tokens };
  return { token: { ...base.token, ...top.token }, components };
}

/** theme.json as antd takes it: light, with dark and large laid over it in that order. */
export function antdTheme(look: { readonly size: Size; readonly theme: Theme }): ThemeConfig {
  const ground = look.theme === "dark" ? over(themes.light, themes.dark) : themes.light;
  const whole = look.size === "large" ? over(ground, themes.large) : ground;
  return {
    ...themes.shared,
    algorithm: look.theme === "dark" ? antd.darkAlgorithm : antd.defaultAlgorithm,
    // antd waits for the end of its animations; where people want none it must not start any.
    token: { ...whole.token, motion: !window.matchMedia("(prefers-reduced-motion: reduce)").matches },
    components: whole.components,
  };
}
