import { describe, expect, it } from "vitest";
import { organisationTable } from "../tables.ts";
import { admin, answers, clerk, scene } from "../testing/test-scene.ts";

describe("placeOrganisation", () => {
  answers("placeOrganisation", [
    ["AREA_UNKNOWN", admin, { area: "nowhere" }],
    ["NOT_ALLOWED", clerk, { area: "nowhere" }],
  ]);

  it("places the actor's own organisation and no other", () => {
    const { state, run } = scene();
    const areas = ["one", "two"].map((area) => ({ area, level: "district", name: { en: area, zh: area } }));
    run(admin, "createAreas", { areas });
    for (const { area } of areas) expect(run(admin, "placeOrganisation", { area })).toBe("ok");
    expect(state.table(organisationTable).find("bureau")?.area).toBe("two");
    expect(state.table(organisationTable).find("street")?.area).toBeUndefined();
  });
});
