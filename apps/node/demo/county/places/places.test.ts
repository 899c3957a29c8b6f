import { CreateAreas } from "@mingbai/identity/schema";
import { describe, expect, it } from "vitest";
import { demoAreas } from "../../demo-areas.ts";
import { countyAreas } from "./county-areas.ts";
import { listVillages } from "./list-villages.ts";

describe("the places of a county", () => {
  it.each([
    [400, 25],
    [20_000, 300],
    [100_000, 300],
  ])("are for %d households %d villages, which share them", (households, count) => {
    const villages = listVillages(households);
    expect(villages).toHaveLength(count);
    expect(villages.reduce((sum, village) => sum + village.count, 0)).toBe(households);
    for (const key of ["code", "area", "initials"] as const)
      expect(new Set(villages.map((village) => village[key])).size).toBe(count);
    expect(villages.every(({ code, township }) => /^3399\d{8}$/.test(code) && code.startsWith(township.code))).toBe(
      true,
    );
  });

  it("are areas that a ledger with the demo's own areas takes", () => {
    const areas = countyAreas(listVillages(20_000));
    CreateAreas.parse({ areas });
    const known = new Set<string>(demoAreas.map(({ area }) => area));
    for (const { area, parent } of areas) {
      expect(known.has(area)).toBe(false);
      expect(known.has(parent)).toBe(true);
      known.add(area);
    }
  });
});
