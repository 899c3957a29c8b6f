import { describe, expect, it } from "vitest";
import type { Change } from "../schema.ts";
import { answers, people, quota, scene, words } from "../testing/test-scene.ts";

const { admin, manager, regulator, clerkE, outsider, supplier, operator } = people;
const of =
  (change: Change, base = 0) =>
  () => ({ change, base, words });
const limit = (organisation: string, value?: number): Change => ({
  kind: "parameter",
  name: "identity.approvalLimit",
  organisation,
  ...(value !== undefined && { value }),
});
const days: Change = { kind: "parameter", name: "workflow.submittedDays", value: 7 };
const rule = { level: { kind: "members" }, threshold: { kind: "all" }, openDays: 3 } as const;

describe("propose", () => {
  answers("propose", [
    ["ok", manager, of(quota(60_000))],
    ["ok", operator, of(days)],
    ["ok", regulator, of(quota(60_000))],
    ["ok", admin, of({ kind: "rule", of: "parameter", rule })],
    ["ok", manager, of(limit("a", 0))],
    ["ok", manager, of({ kind: "parameter", name: "treasury.returnExpiryDays", fund: 1, value: 30 })],
    ["ok", manager, of({ kind: "parameter", name: "treasury.returnExpiryDays", fund: 1 })],
    ["NOT_ALLOWED", supplier, of(quota(60_000))],
    ["NOT_A_MEMBER", outsider, of(quota(60_000))],
    ["NOT_CONCERNED", manager, of(limit("b", 0))],
    ["BASE_CHANGED", manager, of(quota(60_000), 1)],
    ["VALUE_OUT_OF_BOUNDS", manager, of(quota(59_999))],
    ["VALUE_OUT_OF_BOUNDS", manager, of({ kind: "parameter", name: "workflow.submittedDays" })],
    ["PARAMETER_SCOPE", manager, of({ ...days, fund: 1 })],
    ["PARAMETER_SCOPE", manager, of({ kind: "parameter", name: "treasury.operatingBasisPoints", value: 1 })],
    ["NO_SUCH_FUND", manager, of({ kind: "parameter", name: "treasury.operatingBasisPoints", fund: 9, value: 1 })],
    ["NO_SUCH_ORGANISATION", manager, of({ kind: "admitMember", organisation: "nobody" })],
    ["NO_SUCH_ORGANISATION", manager, of({ kind: "roleScope", organisation: "nobody", roles: ["donor"] })],
    ["MEMBER_ALREADY", manager, of({ kind: "admitMember", organisation: "b" })],
    ["NOT_A_MEMBER", manager, of({ kind: "removeMember", organisation: "e" })],
    ["NOT_FROZEN", manager, of({ kind: "liftFreeze", target: { kind: "fund", fund: 1 } })],
    ["RULE_TOO_WEAK", manager, of({ kind: "rule", of: "roster", rule: { ...rule, threshold: { kind: "majority" } } })],
    [
      "RULE_NOWHERE",
      manager,
      of({ kind: "rule", of: "freeze", rule: { ...rule, level: { kind: "role", role: "auditor" } } }),
    ],
    [
      "BODY_INVALID",
      manager,
      () => ({
        change: { kind: "rule", of: "freeze", rule: { ...rule, level: { kind: "role", role: "individual" } } },
        base: 0,
        words,
      }),
    ],
    ["BODY_INVALID", manager, () => ({ change: { kind: "rule", of: "rule", rule }, base: 0, words })],
    // Its only administrator proposes, so that nobody is left to decide.
    ["ELECTORATE_SHORT", outsider, of(limit("e", 0))],
    ["ok", clerkE, of(limit("e", 0))],
  ]);

  it("stops at eight that are open of one organisation", () => {
    const { run, propose } = scene();
    for (let value = 1; value <= 8; value++) propose({ ...days, value } as Change);
    expect(run(manager, "propose", { change: quota(60_000), base: 0, words }).code).toBe("TOO_MANY_PROPOSALS");
    expect(run(people.managerD, "propose", { change: quota(60_000), base: 0, words }).code).toBe("ok");
  });
});
