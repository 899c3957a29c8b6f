import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { describe, expect, it } from "vitest";
import { treasuryRefusals } from "./refusals.ts";
import {
  approver,
  citizen,
  finance,
  importer,
  mine,
  proposal,
  refusalScene,
  supplier,
} from "./testing/refusal-rows.ts";
import { freeze, unfreeze } from "./testing/test-freezing.ts";
import type { Person } from "./testing/test-ledger.ts";
import { must, otherFund, people, testScene } from "./testing/test-scene.ts";

describe("refusals", () => {
  it("refuses the proposer, a second approval by one person, and one too many", () => {
    const ledger = testScene({ reconstruction: true });
    const id = must(ledger, importer, "proposeManifest", proposal);
    const approve = { manifest: proposal.manifest, proposal: id };
    expect(ledger.run(importer, "approveManifest", approve).code).toBe("OWN_PROPOSAL");
    must(ledger, finance, "approveManifest", approve);
    expect(ledger.run(finance, "approveManifest", approve).code).toBe("APPROVED_BY_YOU");
    must(ledger, approver, "approveManifest", approve);
    expect(ledger.run(people.secondImporter, "approveManifest", approve).code).toBe("MANIFEST_APPROVED");
  });

  it("judges what stands against taking money in one order", () => {
    const ledger = refusalScene();
    const attempt = (who: Person, from: CanonicalObject, amount = 1_000) =>
      ledger.run(who, "redeem", { from, amount, endToEndId: "O" }).code;
    ledger.wait(10_000);
    freeze(ledger, { kind: "tranche", tranche: 1 });
    freeze(ledger, { kind: "account", account: citizen.account });
    expect(attempt(supplier, { ...mine, tranche: 9 })).toBe("TRANCHE_UNKNOWN");
    expect(attempt(supplier, { ...mine, fund: otherFund })).toBe("FUND_MISMATCH");
    expect(attempt(supplier, mine)).toBe("NOT_HOLDER");
    expect(attempt(citizen, mine)).toBe("ACCOUNT_FROZEN");
    unfreeze(ledger, { kind: "account", account: citizen.account });
    expect(attempt(citizen, mine)).toBe("TRANCHE_FROZEN");
    unfreeze(ledger, { kind: "tranche", tranche: 1 });
    expect(attempt(citizen, mine)).toBe("TRANCHE_EXPIRED");
  });

  it("says how much is there, how much is needed, how much is short", () => {
    const refusal = refusalScene().run(citizen, "redeem", { from: mine, amount: 130, endToEndId: "O" }).outcome.refusal;
    expect(refusal).toEqual({ refused: "TRANCHE_SHORT", detail: { holds: 100, needs: 130, short: 30 } });
  });

  it("keeps all numbers apart, within 1000 to 1999, with both languages naming the same details", () => {
    const declared = Object.values(treasuryRefusals);
    expect(new Set(declared.map(({ number }) => number)).size).toBe(declared.length);
    for (const { number, en, zh } of declared) {
      expect(number >= 1_000 && number <= 1_999).toBe(true);
      const names = (text: string) => new Set(text.match(/\{\w+\}/g));
      expect(names(en).isSupersetOf(names(zh)), zh).toBe(true);
    }
  });
});
