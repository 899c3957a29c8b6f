import { explorerProjection } from "@mingbai/read-model/explorer/projection";
import { TestTables } from "@mingbai/testkit/test-tables";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { treasuryProjection } from "../projection/treasury-projection.ts";
import {
  auditor,
  bank,
  closeOf,
  day,
  dayScene,
  finance,
  financeDeputy,
  report,
  signedBalance,
  wrong,
} from "../testing/test-day-close.ts";
import { ProjectedBlocks } from "../testing/test-projected-blocks.ts";
import { bankAccount, must } from "../testing/test-scene.ts";
import { bankDaysView, dayClosesView, differencesView } from "../views/bank-close.ts";
import { bankDays } from "./bank-days.ts";
import { dayCloses } from "./day-closes.ts";
import { differences } from "./differences.ts";

const reader = { account: auditor.account, organisation: "audit", roles: auditor.roles };
let tables: TestTables;

beforeAll(async () => {
  tables = await TestTables.start([explorerProjection, treasuryProjection]);
});
afterAll(() => tables.stop());

const askDays = async () => bankDaysView.result.parse(await tables.ask(bankDays, {}, reader));
const askCloses = async (more: Record<string, unknown> = {}) =>
  dayClosesView.result.parse(await tables.ask(dayCloses, { account: bankAccount, ...more }, reader));
const askDifferences = async (more: Record<string, unknown> = {}) =>
  differencesView.result.parse(await tables.ask(differences, more, reader));

describe("bank days in tables", () => {
  it("say what is open, who reported and settled, what was signed, and what was signed anew", async () => {
    const blocks = new ProjectedBlocks();
    const ledger = dayScene({ onBlock: blocks.add });
    const first = await closeOf(ledger);
    must(ledger, finance, "closeBankDay", first);
    const reported = must(ledger, finance, "reportDifference", report);
    await tables.project(blocks.all);
    expect(await askDays()).toMatchObject({
      accounts: [bankAccount],
      account: bankAccount,
      days: [{ day, lines: 1, state: "pending", openDifferences: 1 }],
      openDifferences: 1,
      stoppedMs: ledger.timeMs,
    });
    expect((await askDifferences()).differences).toMatchObject([
      {
        ...wrong,
        day,
        effectMinor: -5,
        state: "open",
        reported: { transaction: reported },
        proposed: null,
        settled: null,
      },
    ]);
    const proposal = must(ledger, financeDeputy, "proposeSettlement", { ...wrong, resolution: "bankCorrects" });
    const settlement = must(ledger, auditor, "settleDifference", { ...wrong, proposal });
    const item = { kind: "amountDiffers", reference: "d1", day, effect: -5 } as const;
    const statement = await signedBalance({ closingBalance: 999_995 });
    const second = await closeOf(ledger, { statement, items: [item] });
    const closed = must(ledger, finance, "closeBankDay", second);
    const countersigned = must(ledger, bank, "countersignBankDay", second);
    await tables.project(blocks.all);
    expect((await askDifferences({ state: "settled" })).differences).toMatchObject([
      { proposed: { transaction: proposal, resolution: "bankCorrects" }, settled: { transaction: settlement } },
    ]);
    expect((await askDifferences({ state: "open" })).differences).toEqual([]);
    expect((await askCloses({ day })).closes).toEqual([
      expect.objectContaining({
        claim: second,
        state: "closed",
        closed: expect.objectContaining({ transaction: closed, organisation: "bureau" }),
        countersigned: expect.objectContaining({ transaction: countersigned, account: bank.account }),
      }),
    ]);
    expect((await askCloses({ state: "pending" })).closes).toEqual([]);
    expect(await askDays()).toMatchObject({ days: [{ state: "closed" }], openDifferences: 0, stoppedMs: null });
  });
});
