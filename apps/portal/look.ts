import type { AddressParams, Look } from "./scene.ts";
import { textOf } from "./texts/text.ts";

/** Where the portal is mounted. */
export const portalRoot = "/public";

/** The look that an address asks for, and what is left of its path: `/public/en/check?large=1`. */
export function lookOf(pathname: string, query: URLSearchParams): { readonly look: Look; readonly path: string } {
  const below = pathname.slice(portalRoot.length).replace(/\/$/, "");
  const [, english, path = ""] = /^(\/en(?=\/|$))?(.*)$/.exec(below) ?? [];
  return { look: makeLook({ isEnglish: english !== undefined, large: query.get("large") === "1" }), path };
}

/** Links keep language and size in the address: without script and without cookies they are kept nowhere else. */
export function makeLook({ isEnglish, large }: { isEnglish: boolean; large: boolean }): Look {
  const language = isEnglish ? "en" : "zh";
  return {
    language,
    large,
    t: textOf(language),
    link: (path, params = {}) => addressOf(isEnglish, path, { ...params, large: large ? 1 : undefined }),
  };
}

function addressOf(isEnglish: boolean, path: string, params: AddressParams): string {
  const search = new URLSearchParams(
    Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  ).toString();
  return `${portalRoot}${isEnglish ? "/en" : ""}${path}${search === "" ? "" : `?${search}`}`;
}
