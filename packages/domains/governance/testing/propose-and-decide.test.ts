import { findExclusion } from "@mingbai/identity/role-groups";
import { type Role, roles } from "@mingbai/ledger/authority/role";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { deepCount } from "@mingbai/testkit/deep";
import { accountOf, type Person, testLedger } from "@mingbai/treasury/testing/test-ledger";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Level, Threshold } from "../schema/rules.ts";
import { freezeKey } from "../schema/subject.ts";
import { freezeTable, ruleTable } from "../tables.ts";
import { quota, words } from "./test-scene.ts";

const value = 70_000;
const levels: readonly Level[] = [
  { kind: "members" },
  { kind: "regulators" },
  ...roles.map((role) => ({ kind: "role", role, organisation: "a" }) as const),
];
const thresholds: readonly Threshold[] = [
  { kind: "majority" },
  { kind: "all" },
  { kind: "overTwoThirds" },
  { kind: "atLeast", count: 1 },
];
const held = fc
  .uniqueArray(fc.constantFrom(...roles), { minLength: 1 })
  .filter((set) => findExclusion(set) === undefined);

/** A ledger where one account has these roles, and a colleague at the same organisation has them, too. */
function ledgerWith(set: readonly Role[], level: Level, threshold: Threshold) {
  const alone: Person = { account: accountOf(1), organisation: "a", roles: set };
  const colleague: Person = { account: accountOf(2), organisation: "a", roles: set };
  const ledger = testLedger([alone, colleague], { members: ["a"] });
  ledger.state.table(ruleTable).set("parameter", { level, threshold, openDays: 1 });
  const isChanged = () => getConfiguration(ledger.state).quotaUnitsPerMinute === value;
  return { ledger, alone, colleague, isChanged };
}

describe("who proposes", () => {
  it("never decides alone, by no role, no set of roles, no rule", { timeout: 600_000 }, () => {
    let decided = 0;
    fc.assert(
      fc.property(held, fc.constantFrom(...levels), fc.constantFrom(...thresholds), (set, level, threshold) => {
        const { ledger, alone, colleague, isChanged } = ledgerWith(set, level, threshold);
        const proposed = ledger.run(alone, "governance.propose", { change: quota(value), base: 0, words });
        if (proposed.code !== "ok") return;
        const ballot = { proposal: proposed.id, choice: "for" };
        expect(ledger.run(alone, "governance.vote", ballot).code).toBe("OWN_MOTION");
        expect(isChanged()).toBe(false);
        ledger.run(colleague, "governance.vote", ballot);
        if (isChanged()) decided++;
      }),
      { numRuns: deepCount(400, 10_000) },
    );
    // Two people do decide where the rule lets them, or nothing was tried.
    expect(decided).toBeGreaterThan(0);
  });

  it("never freezes and confirms alone, by no role", () => {
    const rule = { level: { kind: "regulators" }, threshold: { kind: "atLeast", count: 1 }, openDays: 1 } as const;
    const target = { kind: "organisation", organisation: "b" } as const;
    for (const role of roles) {
      const alone: Person = { account: accountOf(1), organisation: "a", roles: [role] };
      const other: Person = { account: accountOf(2), organisation: "b", roles: ["operator"] };
      const ledger = testLedger([alone, other], { members: ["a", "b"] });
      ledger.state.table(ruleTable).set("freeze", rule);
      const { code, id } = ledger.run(alone, "governance.freeze", { target, reason: "other", words });
      expect(code, role).toBe(role === "regulator" ? "ok" : "NOT_ALLOWED");
      if (code !== "ok") continue;
      expect(ledger.run(alone, "governance.vote", { proposal: id, choice: "for" }).code).toBe("OWN_MOTION");
      expect(ledger.state.table(freezeTable).find(freezeKey(target))?.state).toBe("placed");
    }
  });
});
