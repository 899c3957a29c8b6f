import { demoAreas } from "../../demo-areas.ts";
import type { Village } from "./list-villages.ts";
import { townships } from "./townships.ts";

/** An area as `identity.createAreas` takes it. */
export interface CountyArea {
  readonly area: string;
  readonly level: "street" | "village";
  readonly parent: string;
  readonly name: { readonly en: string; readonly zh: string };
}

/** The townships and villages that the demo's own areas lack, each after its parent. */
export function countyAreas(villages: readonly Village[]): CountyArea[] {
  const known = new Set<string>(demoAreas.map(({ area }) => area));
  const streets = townships.map(
    ({ area, en, zh }): CountyArea => ({ area, level: "street", parent: "lanwan", name: { en, zh } }),
  );
  const places = villages.map(
    ({ area, en, zh, township }): CountyArea => ({ area, level: "village", parent: township.area, name: { en, zh } }),
  );
  return [...streets, ...places].filter(({ area }) => !known.has(area));
}
