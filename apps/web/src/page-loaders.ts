import type { RouteObject } from "react-router";

/** What fetches the code of each page. */
export const pageLoaders: (() => Promise<unknown>)[] = [];

/** Remembers how the code of these routes' pages is fetched. */
export function rememberLoaders(routes: readonly RouteObject[]): void {
  for (const { lazy, children = [] } of routes) {
    if (typeof lazy === "function") pageLoaders.push(lazy);
    rememberLoaders(children);
  }
}
