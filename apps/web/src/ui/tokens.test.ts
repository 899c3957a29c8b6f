import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import themes from "./theme.json" with { type: "json" };

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const blocks = css.split("\n}");

function tokens(selector: string): Map<string, string> {
  const block = blocks.find((part) => part.includes(`${selector} {`)) ?? "";
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value.trim()]),
  );
}

const pairs = [
  ["ink", "colorText"],
  ["ink2", "colorTextSecondary"],
  ["ink3", "colorTextTertiary"],
  ["paper", "colorBgLayout"],
  ["sheet", "colorBgContainer"],
  ["rule", "colorSplit"],
  ["ctl-line", "colorBorder"],
  ["brand-bg", "colorPrimaryBg"],
  ["ok-bg", "colorSuccessBg"],
  ["warn-bg", "colorWarningBg"],
  ["bad-bg", "colorErrorBg"],
] as const;

describe("tokens", () => {
  it.each([
    ["light", ":root", themes.light.token],
    ["dark", 'html[data-theme="dark"]', themes.dark.token],
  ] as const)("are the same in CSS and in antd's %s theme", (_name, selector, theme) => {
    const own = tokens(selector);
    for (const [name, token] of pairs) expect(own.get(name)?.toUpperCase(), name).toBe(theme[token].toUpperCase());
  });

  it("have large type in both", () => {
    expect(tokens('html[data-size="large"]').get("md")).toBe(`${themes.large.token.fontSize}px`);
    expect(tokens('html[data-size="large"]').get("ctl")).toBe(`${themes.large.token.controlHeight}px`);
  });
});
