import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reconcile } from "../bank/reconcile.ts";
import { treasuryProjection } from "../projection/treasury-projection.ts";
import { readEquation } from "../reads.ts";
import { actScene } from "../testing/test-act-scene.ts";
import { bankAccount, bankLine, fund, must, payLinesOf, people } from "../testing/test-scene.ts";
import { bankDayView } from "../views/bank.ts";
import { bankDay } from "./bank-day.ts";

const { bank, citizen, finance } = people;
const day = "2027-01-16";
const reader = { account: finance.account, organisation: "bureau", roles: finance.roles };
let tables: TestTables;

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
});
afterAll(() => tables.stop());

const ask = async (asked: string) =>
  bankDayView.result.parse(await tables.ask(bankDay, { account: bankAccount, day: asked }, reader));

describe("the ledger's side of a bank day", () => {
  it("has the day's lines, what went before, what is in suspense, and agrees with a bank that did the same", async () => {
    const { ledger, blocks } = actScene();
    payLinesOf(ledger, [{ payee: citizen.account, amount: 5_000 }]);
    const from = { holder: citizen.account, fund, tranche: 1 };
    for (const endToEndId of ["E-1", "E-2"]) must(ledger, citizen, "redeem", { from, amount: 1_000, endToEndId });
    must(ledger, finance, "releaseOrders", { endToEndIds: ["E-1"] });
    const lines = [
      { ...bankLine("p1", 1_000), valueDay: day, kind: "payout", endToEndId: "E-1" },
      { ...bankLine("p2", 1_000), valueDay: day, kind: "payout", endToEndId: "E-2" },
      { ...bankLine("f1", 30), valueDay: "2027-01-17", kind: "fee" },
    ];
    must(ledger, bank, "bookBankLines", { bankAccount, lines });
    await tables.project(blocks.all);
    const ours = await ask(day);
    const paid = { side: "debit", amount: 1_000, valueDay: day };
    expect(ours).toMatchObject({
      bookedBefore: 1_500_000,
      outstanding: 1_499_000,
      lines: [
        { reference: "p1", endToEndId: "E-1", ...paid },
        { reference: "p2", endToEndId: "E-2", ...paid },
      ],
      suspense: [{ reference: "p2" }],
    });
    const theirs = { openingBalance: 1_500_000, lines: ours.lines, closingBalance: 1_498_000 };
    const { matched, differences, equation } = reconcile({ ledger: ours, bank: theirs });
    expect({ matched, differences, gap: equation.gap }).toEqual({ matched: 2, differences: [], gap: 0 });
    const next = await ask("2027-01-17");
    expect(next.outstanding).toBe(readEquation(ledger.state).outstanding);
    expect(next).toMatchObject({ bookedBefore: 1_498_000, suspense: [{ reference: "p2" }, { reference: "f1" }] });
    must(ledger, finance, "releaseOrders", { endToEndIds: ["E-2"] });
    await tables.project(blocks.all);
    expect(await ask(day)).toMatchObject({ outstanding: 1_498_000, suspense: [] });
    expect(await ask("2026-01-01")).toMatchObject({ bookedBefore: 0, lines: [], outstanding: 0 });
  });
});
