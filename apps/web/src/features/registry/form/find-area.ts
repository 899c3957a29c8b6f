import type { OwnArea } from "./use-own-areas.ts";

/** The area that is called so, in either language; undefined where none is. */
export function findArea(areas: readonly OwnArea[], text: string): OwnArea | undefined {
  const name = text.trim();
  return areas.find((area) => area.name.zh === name || area.name.en === name);
}
