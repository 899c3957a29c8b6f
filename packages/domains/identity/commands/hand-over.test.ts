import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { describe, expect, it } from "vitest";
import { accountOf, admin, answers, clerk, colleague, dayMs, nowMs, scene, stranger } from "../testing/test-scene.ts";

const act = { account: clerk, to: colleague, roles: ["operator"] };

describe("handOver", () => {
  answers("handOver", [
    ["ok", admin, act],
    ["NOT_ALLOWED", clerk, act],
    ["ACTOR_UNKNOWN", admin, { ...act, to: accountOf(9) }],
    ["OTHER_ORGANISATION", admin, { ...act, to: stranger }],
    ["SAME_PERSON", admin, { ...act, to: clerk }],
    ["OWN_ROLES", admin, { ...act, to: admin }],
    ["ROLE_PERSONAL", admin, { ...act, roles: ["individual"] }],
    ["TERM_WRONG", admin, { ...act, atMs: nowMs - 1 }],
    ["ROLE_NOT_HELD", admin, { ...act, roles: ["approver"] }],
    ["ROLES_EXCLUDE", admin, { ...act, account: admin, roles: ["administrator"] }],
  ]);

  it("moves a role at one moment, with the end that it had", () => {
    const { state, run } = scene();
    run(admin, "grantRoles", { account: clerk, roles: ["approver"], untilMs: nowMs + 9 * dayMs });
    expect(run(admin, "handOver", { ...act, roles: ["operator", "approver"], atMs: nowMs + dayMs })).toBe("ok");
    const at = (timeMs: number) => [clerk, colleague].map((one) => findActor(state, one, timeMs)?.roles);
    expect(at(nowMs + dayMs - 1)).toEqual([["operator", "approver"], ["reviewer"]]);
    expect(at(nowMs + dayMs)).toEqual([[], ["reviewer", "operator", "approver"]]);
    expect(at(nowMs + 9 * dayMs)).toEqual([[], ["reviewer", "operator"]]);
    expect(run(admin, "grantRoles", { account: colleague, roles: ["operator"] })).toBe("ROLE_HELD");
  });

  it("hands the last administrator's role to someone who can take it, and not for a term", () => {
    const { run } = scene();
    run(admin, "registerActor", { account: accountOf(5), organisation: "bureau", roles: ["donor"] });
    const away = { account: accountOf(5), fromMs: nowMs + dayMs, untilMs: nowMs + 2 * dayMs };
    run(admin, "takeLeave", away);
    const over = { account: admin, to: accountOf(5), roles: ["administrator"] };
    expect(run(admin, "handOver", over)).toBe("LAST_ADMINISTRATOR");
    run(admin, "returnFromLeave", { account: accountOf(5) });
    expect(run(admin, "handOver", over)).toBe("ok");
    expect(run(admin, "grantRoles", { account: clerk, roles: ["donor"] })).toBe("NOT_ALLOWED");
    expect(run(accountOf(5), "grantRoles", { account: clerk, roles: ["donor"] })).toBe("ok");
  });
});
