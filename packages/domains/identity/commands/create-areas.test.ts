import { describe, expect, it } from "vitest";
import { actsIn } from "../reads/acts-in.ts";
import { admin, answers, clerk, colleague, dayMs, nowMs, scene } from "../testing/test-scene.ts";

const name = { en: "A", zh: "甲" };
const district = { area: "330199", level: "district", name };
const street = { area: "330199001", level: "street", name, parent: "330199" };
const village = { area: "330199001201", level: "village", name, parent: "330199001" };
const other = { area: "330199002", level: "street", name, parent: "330199" };

describe("createAreas", () => {
  answers("createAreas", [
    ["ok", admin, { areas: [district, street, village] }],
    ["NOT_ALLOWED", clerk, { areas: [district] }],
    ["BODY_INVALID", admin, { areas: [] }],
    ["AREA_EXISTS", admin, { areas: [district, district] }],
    ["AREA_UNKNOWN", admin, { areas: [street, district] }],
    ["AREA_LEVEL", admin, { areas: [district, { ...village, parent: "330199" }] }],
    ["AREA_LEVEL", admin, { areas: [{ ...street, parent: undefined }] }],
    ["AREA_LEVEL", admin, { areas: [district, { ...district, area: "330198", parent: "330199" }] }],
  ]);

  it("lets a role count in its part of the organisation's area, and its deputy there too", () => {
    const { state, run } = scene();
    run(admin, "createAreas", { areas: [district, street, village, other] });
    expect(run(admin, "placeOrganisation", { area: "nowhere" })).toBe("AREA_UNKNOWN");
    const acts = (account: string, role: "reviewer" | "operator", area: string, timeMs = nowMs) =>
      actsIn(state, { account, role, area }, timeMs);
    expect(acts(clerk, "operator", village.area)).toBe(true);
    expect(run(admin, "placeOrganisation", { area: street.area })).toBe("ok");
    expect(acts(clerk, "operator", village.area)).toBe(true);
    expect(acts(clerk, "operator", other.area)).toBe(false);
    const reviewer = { account: clerk, roles: ["reviewer"] };
    expect(run(admin, "grantRoles", { ...reviewer, area: other.area })).toBe("AREA_OUTSIDE");
    expect(run(admin, "grantRoles", { ...reviewer, area: village.area })).toBe("ok");
    expect(acts(clerk, "reviewer", village.area)).toBe(true);
    expect(acts(clerk, "reviewer", street.area)).toBe(false);
    run(admin, "withdrawRoles", { account: colleague, roles: ["reviewer"] });
    const term = { untilMs: nowMs + dayMs };
    expect(run(admin, "appointDeputy", { account: colleague, deputyOf: clerk, roles: ["reviewer"], ...term })).toBe(
      "ok",
    );
    expect(acts(colleague, "reviewer", village.area)).toBe(false);
    run(clerk, "takeLeave", { account: clerk, ...term });
    expect(acts(colleague, "reviewer", village.area)).toBe(true);
    expect(acts(colleague, "reviewer", street.area)).toBe(false);
    expect(acts(clerk, "reviewer", village.area)).toBe(false);
  });
});
