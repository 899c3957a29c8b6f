import { findApprovalLimit } from "@mingbai/identity/reads/approval-limit";
import { findParameter } from "@mingbai/ledger/authority/parameter";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { findFund } from "@mingbai/treasury/reads";
import { describe, expect, it } from "vitest";
import { findMembers } from "../reads.ts";
import type { Rule } from "../schema/rules.ts";
import type { Change } from "../schema.ts";
import { dayMs, people, quota, scene } from "../testing/test-scene.ts";

const { admin, secondAdmin, adminB, adminC, adminD, manager, managerD, outsider, operator, regulator, regulatorC } =
  people;
const quotaOf = ({ state }: ReturnType<typeof scene>) => getConfiguration(state).quotaUnitsPerMinute;
const members = { kind: "members" } as const;

/** A ledger on which everybody has agreed to vote on parameters by this rule. */
function ruled(rule: Rule) {
  const made = scene();
  const changed = made.propose({ kind: "rule", of: "parameter", rule });
  for (const who of [admin, adminB, adminC, adminD]) expect(made.vote(who, changed)).toBe("ok");
  return made;
}

describe("vote", () => {
  it("applies in the transaction of the vote that makes the outcome certain", () => {
    const made = scene();
    const proposal = made.propose(quota(70_000));
    expect([made.vote(admin, proposal), made.vote(adminB, proposal)]).toEqual(["ok", "ok"]);
    expect(quotaOf(made)).not.toBe(70_000);
    const { outcome } = made.must(adminC, "vote", { proposal, choice: "for" });
    expect(outcome.events.map(({ type }) => type)).toEqual([
      "governance.voted",
      "governance.quotaSet",
      "governance.proposalEnded",
    ]);
    expect(quotaOf(made)).toBe(70_000);
    expect(made.vote(adminD, proposal)).toBe("PROPOSAL_CLOSED");
  });

  it("ends with the vote after which there cannot be enough", () => {
    const made = scene();
    const proposal = made.propose(quota(70_000));
    made.vote(admin, proposal, "against");
    expect(made.isOpen(proposal)).toBe(true);
    made.vote(adminB, proposal, "against");
    expect(made.isOpen(proposal)).toBe(false);
    expect(quotaOf(made)).not.toBe(70_000);
  });

  it("counts once for an organisation, and never of who proposed, nor of anyone else", () => {
    const made = scene();
    const proposal = made.propose(quota(70_000), { who: admin });
    expect(made.vote(admin, proposal)).toBe("OWN_MOTION");
    for (const who of [manager, outsider, operator, regulator]) expect(made.vote(who, proposal)).toBe("NOT_A_VOTER");
    expect(made.vote(secondAdmin, proposal)).toBe("ok");
    const other = made.propose({ kind: "parameter", name: "workflow.passedDays", value: 9 });
    expect([made.vote(admin, other), made.vote(secondAdmin, other, "against")]).toEqual(["ok", "VOTED"]);
    expect(made.vote(adminB, "00".repeat(32))).toBe("PROPOSAL_UNKNOWN");
  });

  it("lapses at its deadline, to the moment", () => {
    const made = scene();
    const proposal = made.propose(quota(70_000));
    for (const who of [admin, adminB]) made.vote(who, proposal);
    made.wait(7 * dayMs - 1);
    expect(made.isOpen(proposal)).toBe(true);
    made.wait(1);
    expect(made.isOpen(proposal)).toBe(false);
    expect(made.vote(adminC, proposal)).toBe("PROPOSAL_CLOSED");
  });

  it("finds BASE_CHANGED where another change of the same thing was applied first", () => {
    const made = scene();
    const [first, second] = [made.propose(quota(70_000)), made.propose(quota(80_000), { who: managerD })];
    const unrelated = made.propose({ kind: "parameter", name: "workflow.passedDays", value: 9 });
    made.vote(adminB, second);
    for (const who of [admin, adminB, adminC]) made.vote(who, first);
    expect(made.vote(adminC, second)).toBe("BASE_CHANGED");
    expect(made.isOpen(unrelated)).toBe(true);
    expect(quotaOf(made)).toBe(70_000);
    expect(made.run(manager, "propose", { change: quota(80_000), base: 0, words: "cd".repeat(32) }).code).toBe(
      "BASE_CHANGED",
    );
    expect(made.isOpen(made.propose(quota(80_000), { base: 1 }))).toBe(true);
  });

  it.each<[string, Rule["threshold"], number]>([
    ["majority", { kind: "majority" }, 3],
    ["over two thirds", { kind: "overTwoThirds" }, 3],
    ["all", { kind: "all" }, 4],
    ["two of four", { kind: "atLeast", count: 2 }, 2],
  ])("by %s of the members takes effect with exactly so many", (_, threshold, needed) => {
    const made = ruled({ level: members, threshold, openDays: 1 });
    const proposal = made.propose(quota(70_000));
    for (const [index, who] of [admin, adminB, adminC, adminD].slice(0, needed).entries()) {
      expect([index, made.isOpen(proposal)]).toEqual([index, true]);
      made.vote(who, proposal);
    }
    expect(quotaOf(made)).toBe(70_000);
  });

  it("by regulators is theirs, once an organisation", () => {
    const made = ruled({ level: { kind: "regulators" }, threshold: { kind: "all" }, openDays: 1 });
    const proposal = made.propose(quota(70_000));
    expect([adminB, regulator, regulatorC].map((who) => made.vote(who, proposal))).toEqual(["NOT_A_VOTER", "ok", "ok"]);
    expect(quotaOf(made)).toBe(70_000);
  });

  it("by a role at an organisation is theirs, each person for themselves", () => {
    const level = { kind: "role", role: "administrator", organisation: "a" } as const;
    const made = ruled({ level, threshold: { kind: "all" }, openDays: 1 });
    const proposal = made.propose(quota(70_000));
    expect([adminB, admin, secondAdmin].map((who) => made.vote(who, proposal))).toEqual(["NOT_A_VOTER", "ok", "ok"]);
    expect(quotaOf(made)).toBe(70_000);
  });

  it("changes rules by all members only, and rules of what is open not at all", () => {
    const made = scene();
    const open = made.propose(quota(70_000));
    const rule: Rule = { level: members, threshold: { kind: "atLeast", count: 1 }, openDays: 1 };
    const change = made.propose({ kind: "rule", of: "parameter", rule });
    for (const who of [admin, adminB, adminC]) made.vote(who, change);
    expect(made.isOpen(change)).toBe(true);
    made.vote(adminD, change);
    expect(made.isOpen(change)).toBe(false);
    made.vote(admin, open);
    expect(made.isOpen(open)).toBe(true);
    const later = made.propose(quota(80_000));
    made.vote(admin, later);
    expect(quotaOf(made)).toBe(80_000);
  });

  it("sets each parameter where it is read", () => {
    const made = scene();
    const decide = (change: Change, ...who: (typeof admin)[]) => {
      const proposal = made.propose(change);
      for (const one of who) made.vote(one, proposal);
    };
    decide({ kind: "parameter", name: "workflow.submittedDays", value: 9 }, admin, adminB, adminC);
    decide({ kind: "parameter", name: "identity.approvalLimitNormally", value: 77 }, admin, adminB, adminC);
    decide({ kind: "parameter", name: "identity.approvalLimit", organisation: "a", value: 5 }, admin);
    decide({ kind: "parameter", name: "treasury.operatingBasisPoints", fund: 1, value: 300 }, admin, adminB, adminC);
    decide({ kind: "parameter", name: "treasury.returnExpiryDays", fund: 1, value: 90 }, admin, adminB, adminC);
    const { state } = made;
    const now = made.now();
    expect(findParameter(state, "workflow.submittedDays")).toBe(9);
    expect([findApprovalLimit(state, "a", now), findApprovalLimit(state, "b", now)]).toEqual([5, 77]);
    expect(findFund(state, 1)).toMatchObject({ operatingBasisPoints: 300, returnExpiryDays: 90, code: "F-1" });
  });

  it("takes a vote away from a member that is removed, on what is open too", () => {
    const made = scene();
    const open = made.propose(quota(70_000));
    const removal = made.propose({ kind: "removeMember", organisation: "d" });
    expect(made.vote(adminD, removal)).toBe("NOT_A_VOTER");
    for (const who of [admin, adminB, adminC]) made.vote(who, removal);
    expect(findMembers(made.state)).toEqual(["a", "b", "c"]);
    expect(made.vote(adminD, open)).toBe("NOT_A_VOTER");
  });
});
