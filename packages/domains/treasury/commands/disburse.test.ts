import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { findMatter } from "@mingbai/workflow/reads";
import { describe, expect, it } from "vitest";
import { recount } from "../laws/invariants.ts";
import { findTranche, readBalance } from "../reads.ts";
import { citizen, expires, finance, freezes, hex, regulator, supplier, unknown } from "../testing/refusal-rows.ts";
import { accountOf, type Person, startMs, type TestLedger } from "../testing/test-ledger.ts";
import { matterOf, passed, submit } from "../testing/test-matters.ts";
import { citizen2, must, office, otherFund, people, street, testScene } from "../testing/test-scene.ts";

const { streetManager, streetFinance, allRound, manager } = people;
const works = { name: "01", who: supplier, payee: supplier.account, amount: 700 };
type Item = CanonicalObject & ReturnType<typeof submit>;

/** Who disburses the supplier's passed matter, how the item differs, what was done before, what is said beside the code. */
type Row = [code: string, who: Person, more: CanonicalObject, before?: (ledger: TestLedger) => unknown, said?: object];

const financeAt = (at: string) => ({ roles: ["financeSupervisor"], at });
const asItIs = () => undefined;
const from = { holder: office, fund: 1, tranche: 1 };
const rows: readonly Row[] = [
  ["NOT_ALLOWED", manager, {}],
  ["MATTER_UNKNOWN", finance, { matter: hex("99") }],
  ["VERSION_STALE", finance, { version: 2 }],
  ["WRONG_TURN", streetFinance, {}, asItIs, financeAt("bureau")],
  ["FUND_MISMATCH", finance, { from: { ...from, fund: otherFund, tranche: 2 } }, asItIs, financeAt("bureau")],
  ["FUND_MISMATCH", finance, { from: { ...from, tranche: 2 } }, asItIs, { belongs: otherFund, fund: 1 }],
  ["TRANCHE_UNKNOWN", finance, { from: { ...from, tranche: 9 } }],
  ["NOT_HOLDER", finance, { from: { ...from, holder: street } }, asItIs, financeAt("street")],
  ["TRANCHE_FROZEN", finance, {}, freezes({ kind: "tranche", tranche: 1 }), { roles: ["regulator"] }],
  ["ACCOUNT_FROZEN", finance, {}, freezes({ kind: "account", account: office }), { roles: ["regulator"] }],
  ["ACCOUNT_FROZEN", finance, {}, freezes({ kind: "account", account: supplier.account })],
  ["TRANCHE_EXPIRED", finance, {}, expires, financeAt("bureau")],
  ["TRANCHE_SHORT", finance, {}, spendAllBut(699), { holds: 699, needs: 700, short: 1, ...financeAt("bureau") }],
  ["VOUCHER_UNKNOWN", finance, { from: { ...from, voucher: hex("77") } }],
  ["EXPIRY_NEEDS_OFFICE", finance, { expiryMs: startMs + 9_000 }],
  ["STAGE_WRONG", finance, {}, (ledger) => must(ledger, finance, "disburse", { items: [{ ...at, from }] })],
  ["BODY_INVALID", finance, { amount: 1 }],
];
const at = { matter: matterOf("01"), version: 1 };

describe("disburse", () => {
  for (const [index, [code, who, more, before, said]] of rows.entries()) {
    it(`refuses: ${code}, and neither money nor matter moves (row ${index})`, () => {
      const ledger = testScene({ expiryMs: startMs + 10_000 });
      const item = passed(ledger, works);
      before?.(ledger);
      const stood = [findMatter(ledger.state, item.matter), readBalance(ledger.state, { account: office, tranche: 1 })];
      const answer = ledger.run(who, "disburse", { items: [{ ...item, ...more }] });
      expect(answer.code).toBe(code);
      if (said !== undefined) expect(answer.outcome.refusal?.detail).toMatchObject({ ...said, matter: item.matter });
      expect([
        findMatter(ledger.state, item.matter),
        readBalance(ledger.state, { account: office, tranche: 1 }),
      ]).toEqual(stood);
    });
  }

  it("refuses who passed it, and an account that is not the applicant's", () => {
    const ledger = testScene();
    const own = passed(ledger, works, allRound);
    expect(ledger.run(allRound, "disburse", { items: [own] }).code).toBe("OWN_REVIEW");
    for (const [index, payee] of [citizen2, citizen.account, street, unknown].entries()) {
      const item = passed(ledger, { ...works, name: `1${index}`, payee });
      expect(ledger.run(finance, "disburse", { items: [item] }).code).toBe("PAYEE_NOT_APPLICANTS");
    }
  });

  it("refuses one matter, one voucher and the same money twice within a list, and then pays none of it", () => {
    const ledger = testScene();
    const first = passed(ledger, { ...works, amount: 600_000 });
    const second = passed(ledger, { ...works, name: "02", amount: 600_000 });
    expect(ledger.run(finance, "disburse", { items: [first, first] }).code).toBe("MATTER_TWICE");
    const { outcome } = ledger.run(finance, "disburse", { items: [first, second] });
    expect(outcome.refusal).toMatchObject({
      refused: "TRANCHE_SHORT",
      detail: { holds: 400_000, needs: 600_000, matter: second.matter },
    });
    expect(readBalance(ledger.state, { account: supplier.account, tranche: 1 }).free).toBe(0);
  });

  it("pays a supplier and a person and gives an office a tranche of its own, with their matters, in one act", () => {
    const ledger = testScene({ expiryMs: startMs + 10_000 });
    const items: Item[] = [
      passed(ledger, works),
      passed(ledger, { name: "02", who: citizen, payee: citizen.account, amount: 50 }),
      {
        ...passed(ledger, { name: "03", who: streetManager, payee: street, amount: 9_000 }),
        expiryMs: startMs + 5_000,
      },
      passed(ledger, { name: "04", who: streetManager, payee: street, amount: 1_000 }),
    ];
    must(ledger, finance, "disburse", { items });
    expect(readBalance(ledger.state, { account: supplier.account, tranche: 1 }).free).toBe(700);
    expect(readBalance(ledger.state, { account: citizen.account, tranche: 1 }).free).toBe(50);
    expect(readBalance(ledger.state, { account: street, tranche: 3 }).free).toBe(9_000);
    expect(findTranche(ledger.state, 3)).toMatchObject({ source: "allocation", parent: 1, expiryMs: startMs + 5_000 });
    expect(findTranche(ledger.state, 4)).toMatchObject({ total: 1_000, expiryMs: startMs + 10_000 });
    for (const { matter } of items) expect(findMatter(ledger.state, matter)).toMatchObject({ stage: "disbursed" });
    recount(ledger.state);
    must(ledger, supplier, "workflow.confirmMatter", { matter: works.name.padStart(64, "e"), version: 1, amount: 700 });
    must(ledger, streetFinance, "workflow.disputeMatter", { matter: matterOf("03"), version: 1, words: hex("dd") });
    must(ledger, regulator, "workflow.settleDispute", { matter: matterOf("03"), version: 1, words: hex("dd") });
  });

  it("pays nothing that was only submitted, or returned after it was passed", () => {
    const ledger = testScene();
    const item = submit(ledger, works);
    expect(ledger.run(finance, "disburse", { items: [item] }).code).toBe("STAGE_WRONG");
    must(ledger, manager, "workflow.passMatter", at);
    must(ledger, finance, "workflow.returnMatter", { ...at, words: hex("dd") });
    expect(ledger.run(finance, "disburse", { items: [item] }).code).toBe("STAGE_WRONG");
    expect(ledger.run(finance, "disburse", { items: [{ ...item, matter: accountOf(1) }] }).code).toBe("BODY_INVALID");
  });
});

function spendAllBut(left: number) {
  return (ledger: TestLedger) => must(ledger, finance, "allocate", { from, to: street, amount: 1_000_000 - left });
}
