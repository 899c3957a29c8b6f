import { findExclusion, roleGroups } from "@mingbai/identity/role-groups";
import { type Role, roles } from "@mingbai/ledger/authority/role";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { registry } from "./registry.ts";

/** Governing, running the machines, supervising, doing business: nobody has two of these. */
const powers = {
  governing: roleGroups.governing,
  running: roleGroups.running,
  supervising: roleGroups.supervising,
  business: [...roleGroups.operating, ...roleGroups.banking],
} as const satisfies { readonly [power: string]: readonly Role[] };

function powersOf(held: readonly Role[]): string[] {
  return Object.entries(powers)
    .filter(([, members]: [string, readonly Role[]]) => members.some((role) => held.includes(role)))
    .map(([power]) => power);
}

const anybody = ["governing", "running", "supervising", "business"];
/** Commands that roles of several powers may give, and why none of them gains another power by it. */
const shared: Readonly<Record<string, readonly string[]>> = {
  // One's own keys and leave, and a stop to what is done in one's own name.
  "identity.registerKey": anybody,
  "identity.rotateKey": anybody,
  "identity.revokeKey": anybody,
  "identity.registerSealingKey": anybody,
  "identity.takeLeave": anybody,
  "identity.returnFromLeave": anybody,
  "identity.stopRecovery": anybody,
  // Any office may propose; who votes, the rule says, and never who proposed.
  "governance.propose": anybody,
  "governance.withdraw": anybody,
  "governance.vote": anybody,
  // What another ledger has proven is carried by anyone: the proof decides, not the carrier.
  "levels.postCheckpoint": anybody,
  "levels.receiveTransfer": anybody,
  "levels.settleTransfer": anybody,
  "levels.receiveTotals": anybody,
  // What is said to all may be answered by anyone; whoever keeps the file answers, and others decide.
  "registry.objectToCase": anybody,
  // An empty account holds nothing.
  "treasury.openAccounts": ["governing", "business"],
  // Whoever looks at a file says so, and is on record; for which purposes each may, the state says.
  "registry.openFiles": ["supervising", "business"],
  // The regulator ends a dispute that two others have; an auditor is the third beside office and bank.
  "workflow.settleDispute": ["supervising", "business"],
  "treasury.reportDifference": ["supervising", "business"],
  "treasury.proposeSettlement": ["supervising", "business"],
  "treasury.settleDifference": ["supervising", "business"],
};

describe("separate powers", () => {
  it("every role of an office has exactly one", () => {
    const personal = ["supplier", "individual", "donor"];
    for (const role of roles) expect(powersOf([role]), role).toHaveLength(personal.includes(role) ? 0 : 1);
  });

  it("nobody has two, whatever roles they are given together", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...roles)), (held) => {
        fc.pre(findExclusion(held) === undefined);
        expect(powersOf(held).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it.each([...registry.commands.values()])("$name is of one power, or shared for a reason", ({ name, allow }) => {
    const found = powersOf(allow.map(({ role }) => role));
    if (found.length > 1) expect(found).toEqual(shared[name]);
    else expect(shared[name]).toBeUndefined();
  });

  it("no set of roles that goes together may give every command", () => {
    const commands = [...registry.commands.values()];
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...roles)), (held) => {
        fc.pre(findExclusion(held) === undefined);
        const may = commands.filter(({ allow }) => allow.some(({ role }) => held.includes(role)));
        expect(may.length).toBeLessThan(commands.length);
      }),
    );
  });
});
