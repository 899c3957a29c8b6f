import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { describe, expect, it } from "vitest";
import { recount } from "./invariants.ts";
import { treasuryRefusals } from "./refusals.ts";
import { accountOf, type Person, startMs, type TestLedger } from "./test-ledger.ts";
import {
  bankAccount,
  bankLine,
  citizen2,
  fund,
  manifestId,
  must,
  office,
  otherFund,
  payLinesOf,
  people,
  reference,
  street,
  testScene,
} from "./test-scene.ts";

const { citizen, supplier, finance, bank, manager, approver, regulator, importer, operator } = people;
const unknown = accountOf(0xdead);
const mine = { holder: citizen.account, fund, tranche: 1 };
const ours = { holder: office, fund, tranche: 1 };
const payment = { from: mine, payee: citizen2, amount: 1, reference };
const hex = (byte: string) => byte.repeat(32);

type Row = [code: string, who: Person, verb: string, input: CanonicalObject, before?: (ledger: TestLedger) => void];

const freezes = (target: CanonicalObject) => (ledger: TestLedger) => must(ledger, regulator, "freeze", { target });
const expires = (ledger: TestLedger) => ledger.wait(10_000);
const proposal = {
  manifest: hex("e1"),
  payer: office,
  fund,
  tranche: 1,
  listDigest: hex("dd"),
  total: 5,
  count: 1,
  batches: [hex("b1")],
};
const proposed = (ledger: TestLedger) => must(ledger, manager, "proposeManifest", proposal);
const line = (more: CanonicalObject) => ({ bankAccount, lines: [{ ...bankLine("x", 10), ...more }] });
const ordered = (ledger: TestLedger) => must(ledger, citizen, "redeem", { from: mine, amount: 7, endToEndId: "E" });

const rows: Row[] = [
  ["ACCOUNT_EXISTS", operator, "openAccounts", { accounts: [{ account: office, kind: "office" }] }],
  ["ONLY_RECONSTRUCTION", importer, "openAccounts", { accounts: [{ account: unknown, kind: "person" }] }],
  ["FUND_EXISTS", finance, "createFund", { fund, code: "F-1", office }],
  ["APPROVALS_TOO_FEW", finance, "createFund", { fund: 9, code: "F-9", office, approvalsNeeded: 1 }],
  ["ACCOUNT_UNKNOWN", finance, "createFund", { fund: 9, code: "F-9", office: unknown }],
  ["NOT_AN_OFFICE", finance, "createFund", { fund: 9, code: "F-9", office: citizen2 }],
  ["BANK_LINE_BOOKED", bank, "bookBankLines", line({ reference: "d1", kind: "interest" })],
  ["FUND_UNKNOWN", bank, "bookBankLines", line({ kind: "deposit", fund: 9 })],
  ["EXPIRY_PAST", bank, "bookBankLines", line({ kind: "deposit", fund, expiryMs: startMs })],
  ["ONLY_RECONSTRUCTION", bank, "bookBankLines", line({ kind: "supplierReturn", fund, supplier: citizen2 })],
  ["ORDER_UNKNOWN", bank, "bookBankLines", line({ kind: "payout", endToEndId: "none" })],
  ["ORDER_AMOUNT_WRONG", bank, "bookBankLines", line({ kind: "payout", endToEndId: "E" }), ordered],
  ["ORDER_NOT_PAID", bank, "bookBankLines", line({ kind: "returnedPayout", endToEndId: "E" }), ordered],
  ["VOUCHER_UNKNOWN", citizen, "splitVoucher", { voucher: hex("aa"), amount: 1 }],
  ["NOT_AN_OFFICE", finance, "allocate", { from: ours, to: citizen2, amount: 1 }],
  ["PAYEE_IS_PAYER", finance, "allocate", { from: ours, to: office, amount: 1 }],
  ["EXPIRY_PAST", finance, "allocate", { from: ours, to: street, amount: 1, expiryMs: startMs }],
  ["EXPIRY_AFTER_PARENT", finance, "allocate", { from: ours, to: street, amount: 1, expiryMs: startMs + 99_999 }],
  ["NOT_HOLDER", people.streetFinance, "allocate", { from: ours, to: street, amount: 1 }],
  ["TRANCHE_UNKNOWN", manager, "proposeManifest", { ...proposal, tranche: 77 }],
  ["FUND_MISMATCH", manager, "proposeManifest", { ...proposal, fund: otherFund }],
  ["NOT_HOLDER", manager, "proposeManifest", { ...proposal, payer: street }],
  ["MANIFEST_EXISTS", manager, "proposeManifest", proposal, proposed],
  ["BATCH_LISTED_TWICE", manager, "proposeManifest", { ...proposal, batches: [hex("b1"), hex("b1")] }],
  ["MANIFEST_UNKNOWN", finance, "approveManifest", { manifest: hex("ff"), proposal: hex("00") }],
  ["MANIFEST_DIFFERS", finance, "approveManifest", { manifest: hex("e1"), proposal: hex("00") }, proposed],
  ["NOT_HOLDER", people.streetFinance, "approveManifest", { manifest: manifestId, proposal: hex("00") }],
  ["MANIFEST_NEEDED", importer, "pay", { ...payment, from: ours }],
  ["PAYEE_IS_PAYER", citizen, "pay", { ...payment, payee: citizen.account }],
  ["ACCOUNT_UNKNOWN", citizen, "pay", { ...payment, payee: unknown }],
  ["ACCOUNT_FROZEN", citizen, "pay", payment, freezes({ kind: "account", account: citizen2 })],
  ["BATCH_UNKNOWN", citizen, "nameLine", { batch: hex("ab"), line: 0, record: "00".repeat(64), path: [] }],
  ["NOTHING_TO_RETURN_TO", finance, "returnPayment", { from: ours, amount: 1 }],
  ["TRANCHE_UNKNOWN", regulator, "freeze", { target: { kind: "tranche", tranche: 77 } }],
  ["ACCOUNT_UNKNOWN", regulator, "freeze", { target: { kind: "account", account: unknown } }],
  ["VOUCHER_UNKNOWN", regulator, "unfreeze", { target: { kind: "voucher", voucher: hex("aa") } }],
  ["ORDER_EXISTS", citizen, "redeem", { from: mine, amount: 1, endToEndId: "E" }, ordered],
  ["SHARE_EXCEEDED", finance, "redeem", { from: ours, amount: 1, endToEndId: "F" }],
  ["ORDER_UNKNOWN", bank, "cancelRedemption", { endToEndId: "none", reason: "AC01" }],
  ["TRANCHE_NOT_EXPIRED", citizen, "returnExpired", { from: mine, amount: 1 }],
  ["TRANCHE_EXPIRED", citizen, "pay", payment, expires],
  ["BODY_INVALID", citizen, "pay", { ...payment, amount: 0 }],
  ["BODY_INVALID", citizen, "pay", { ...payment, amount: 2 ** 40 }],
  ["BODY_INVALID", citizen, "pay", { ...payment, extra: 1 }],
];

/** The citizen holds 100 of tranche 1, which expires ten seconds after the start. */
function scene(reconstruction = false): TestLedger {
  const ledger = testScene({ expiryMs: startMs + 10_000, reconstruction });
  payLinesOf(ledger, [{ payee: citizen.account, amount: 100 }]);
  return ledger;
}

describe("refusals", () => {
  for (const [code, who, verb, input, before] of rows) {
    it(`${verb}: ${code}, and nothing changes`, () => {
      const ledger = scene(code === "MANIFEST_NEEDED");
      before?.(ledger);
      const money = ledger.state.seal().stores.find(({ name }) => name === "treasury.money")?.chunks;
      expect(ledger.run(who, verb, input).code).toBe(code);
      expect(ledger.state.seal().stores.find(({ name }) => name === "treasury.money")?.chunks).toEqual(money);
      recount(ledger.state);
    });
  }

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
    const ledger = scene();
    const attempt = (who: Person, from: CanonicalObject, amount = 1_000) =>
      ledger.run(who, "redeem", { from, amount, endToEndId: "O" }).code;
    ledger.wait(10_000);
    must(ledger, regulator, "freeze", { target: { kind: "tranche", tranche: 1 } });
    must(ledger, regulator, "freeze", { target: { kind: "account", account: citizen.account } });
    expect(attempt(supplier, { ...mine, tranche: 9 })).toBe("TRANCHE_UNKNOWN");
    expect(attempt(supplier, { ...mine, fund: otherFund })).toBe("FUND_MISMATCH");
    expect(attempt(supplier, mine)).toBe("NOT_HOLDER");
    expect(attempt(citizen, mine)).toBe("ACCOUNT_FROZEN");
    must(ledger, regulator, "unfreeze", { target: { kind: "account", account: citizen.account } });
    expect(attempt(citizen, mine)).toBe("TRANCHE_FROZEN");
    must(ledger, regulator, "unfreeze", { target: { kind: "tranche", tranche: 1 } });
    expect(attempt(citizen, mine)).toBe("TRANCHE_EXPIRED");
  });

  it("says how much is there, how much is needed, how much is short", () => {
    const refusal = scene().run(citizen, "redeem", { from: mine, amount: 130, endToEndId: "O" }).outcome.refusal;
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
