import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { describe, expect, it } from "vitest";
import { absenceMsMax, termAheadMsMax } from "../schema.ts";
import { accountOf, admin, answers, clerk, dayMs, nowMs, scene, stranger } from "../testing/test-scene.ts";

describe("grantRoles", () => {
  answers("grantRoles", [
    ["ACTOR_UNKNOWN", admin, { account: accountOf(9), roles: ["donor"] }],
    ["OTHER_ORGANISATION", admin, { account: stranger, roles: ["donor"] }],
    ["OWN_ROLES", admin, { account: admin, roles: ["donor"] }],
    ["AREA_UNKNOWN", admin, { account: clerk, roles: ["donor"], area: "nowhere" }],
    ["TERM_WRONG", admin, { account: clerk, roles: ["donor"], fromMs: nowMs - 1 }],
    ["TERM_WRONG", admin, { account: clerk, roles: ["donor"], fromMs: nowMs + termAheadMsMax + 1 }],
    ["TERM_WRONG", admin, { account: clerk, roles: ["donor"], untilMs: nowMs }],
    ["ok", admin, { account: clerk, roles: ["donor"], untilMs: nowMs + 2 * absenceMsMax }],
    ["ROLE_HELD", admin, { account: clerk, roles: ["operator"] }],
    ["ROLES_EXCLUDE", admin, { account: clerk, roles: ["regulator"] }],
    ["ROLES_EXCLUDE", admin, { account: clerk, roles: ["regulator"], fromMs: nowMs + termAheadMsMax }],
    ["NOT_ALLOWED", clerk, { account: clerk, roles: ["donor"] }],
  ]);

  it("gives a role for a term, which begins and ends by block time", () => {
    const { state, run } = scene();
    const term = { fromMs: nowMs + dayMs, untilMs: nowMs + 2 * dayMs };
    expect(run(admin, "grantRoles", { account: clerk, roles: ["reviewer"], ...term })).toBe("ok");
    const rolesAt = (timeMs: number) => findActor(state, clerk, timeMs)?.roles;
    expect(rolesAt(nowMs)).toEqual(["operator"]);
    expect(rolesAt(term.fromMs - 1)).toEqual(["operator"]);
    expect(rolesAt(term.fromMs)).toEqual(["operator", "reviewer"]);
    expect(rolesAt(term.untilMs)).toEqual(["operator"]);
    expect(rolesAt(nowMs)).toEqual(["operator"]);
  });

  it("gives a role again after its term, and not beside it", () => {
    const { run } = scene();
    const grant = { account: clerk, roles: ["reviewer"] };
    expect(run(admin, "grantRoles", { ...grant, untilMs: nowMs + dayMs })).toBe("ok");
    expect(run(admin, "grantRoles", { ...grant, fromMs: nowMs + dayMs - 1 })).toBe("ROLE_HELD");
    expect(run(admin, "grantRoles", { ...grant, fromMs: nowMs + dayMs })).toBe("ok");
  });

  it("counts no ended role against another group", () => {
    const { run } = scene();
    expect(run(admin, "withdrawRoles", { account: clerk, roles: ["operator"] })).toBe("ok");
    expect(run(admin, "grantRoles", { account: clerk, roles: ["reviewer"], untilMs: nowMs + dayMs })).toBe("ok");
    expect(run(admin, "grantRoles", { account: clerk, roles: ["auditor"] }, nowMs + dayMs - 1)).toBe("ROLES_EXCLUDE");
    expect(run(admin, "grantRoles", { account: clerk, roles: ["auditor"] }, nowMs + dayMs)).toBe("ok");
  });

  it("holds at most so many roles in one hand", () => {
    const { run } = scene();
    const codes = Array.from({ length: 64 }, (_, day) =>
      run(admin, "grantRoles", {
        account: clerk,
        roles: ["reviewer"],
        fromMs: nowMs + day * dayMs,
        untilMs: nowMs + (day + 1) * dayMs,
      }),
    );
    expect(codes.filter((code) => code === "ok")).toHaveLength(63);
    expect(codes.at(-1)).toBe("TOO_MANY_GRANTS");
  });
});
