import { describe, expect, it } from "vitest";
import { organisationTable } from "../tables.ts";
import { accountOf, admin, answers, scene } from "../testing/test-scene.ts";

describe("registerOrganisation", () => {
  answers("registerOrganisation", [
    ["ORGANISATION_EXISTS", admin, { organisation: "street", name: { en: "S", zh: "街" } }],
    ["AREA_UNKNOWN", admin, { organisation: "school", name: { en: "S", zh: "校" }, area: "nowhere" }],
  ]);

  it("takes a new organisation in with its first administrator, who then registers its people", () => {
    const { state, run } = scene();
    expect(run(admin, "registerOrganisation", { organisation: "school", name: { en: "School", zh: "学校" } })).toBe(
      "ok",
    );
    const head = { account: accountOf(5), organisation: "school", roles: ["administrator"] };
    expect(run(admin, "registerActor", head)).toBe("ok");
    expect(run(admin, "registerActor", { ...head, account: accountOf(6) })).toBe("OTHER_ORGANISATION");
    expect(run(accountOf(5), "registerActor", { ...head, account: accountOf(6) })).toBe("ok");
    expect(state.table(organisationTable).find("school")?.administrators).toEqual([accountOf(5), accountOf(6)]);
  });
});
