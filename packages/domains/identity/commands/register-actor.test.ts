import { describe, expect, it } from "vitest";
import { accountOf, admin, answers, clerk, dayMs, nowMs, scene } from "../testing/test-scene.ts";

const person = { account: accountOf(14), organisation: "bureau", roles: ["operator"] };

describe("registerActor", () => {
  answers("registerActor", [
    ["ORGANISATION_UNKNOWN", admin, { ...person, organisation: "nowhere" }],
    ["OTHER_ORGANISATION", admin, { ...person, organisation: "street" }],
    ["AREA_UNKNOWN", admin, { ...person, area: "nowhere" }],
    ["TERM_WRONG", admin, { ...person, untilMs: nowMs }],
    ["ok", admin, { ...person, fromMs: nowMs + dayMs, untilMs: nowMs + 2 * dayMs }],
    ["ACTOR_EXISTS", admin, { ...person, account: clerk }],
    ["ROLES_EXCLUDE", admin, { ...person, roles: ["operator", "auditor"] }],
    ["BODY_INVALID", admin, { ...person, roles: ["operator", "operator"] }],
    ["NOT_ALLOWED", clerk, person],
  ]);

  it("begins no organisation with an administrator whose term ends or has not begun", () => {
    const { run } = scene();
    run(admin, "registerOrganisation", { organisation: "school", name: { en: "School", zh: "学校" } });
    const head = { account: accountOf(5), organisation: "school", roles: ["administrator"] };
    expect(run(admin, "registerActor", { ...head, untilMs: nowMs + dayMs })).toBe("LAST_ADMINISTRATOR");
    expect(run(admin, "registerActor", { ...head, fromMs: nowMs + 1 })).toBe("LAST_ADMINISTRATOR");
    expect(run(admin, "registerActor", head)).toBe("ok");
  });
});
