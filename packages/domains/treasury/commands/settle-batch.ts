import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { batchModes } from "../batch/layout.ts";
import { findImporterRefusal } from "../checks/acts-for.ts";
import { returnTrancheFor } from "../checks/return-tranche.ts";
import { batchSettled } from "../events/batch-settled.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { refuse } from "../refusals.ts";
import { SettleBatch } from "../schema.ts";
import { type BatchRow, bankLineKey, bankLineTable, batchTable } from "../tables.ts";

interface Result {
  readonly paid: "rest" | readonly number[];
  readonly failed: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * The bank's result of a direct-credit batch (MONEY 5), whole or in parts; its debit is booked with it. Where a statement
 * brought the debit first, nobody knew what it was for: it stands in suspense, and the settlement takes it from there.
 */
export const settleBatch = defineCommand("treasury.settleBatch", {
  schema: SettleBatch,
  allow: [role("escrowBank"), role("importer")],
  title: { en: "Settle a batch", zh: "登记代发结果" },
  audit: { en: "settled batch {batch}", zh: "登记了批 {batch} 的代发结果" },
  execute(context, input) {
    const { state } = context;
    const { batch, bankAccount, reference, valueDay, paid } = input;
    const refusal = findImporterRefusal(context);
    if (refusal !== undefined) return refusal;
    const row = findWaiting(state, batch);
    if (isRefusal(row)) return row;
    const line = state.table(bankLineTable).find(bankLineKey(bankAccount, reference));
    if (line !== undefined && line.kind !== "unknownDebit") return refuse("BANK_LINE_BOOKED", { reference });
    const sums = sumUp(row.waiting, input);
    if (isRefusal(sums)) return sums;
    if (line !== undefined && line.amount !== sums.paidTotal) return refuse("BANK_LINE_BOOKED", { reference });
    const { payer, fund, tranche } = row;
    const back = whereFailedGo(context, row, sums.failedTotal);
    if (isRefusal(back)) return back;
    const { to, toTranche, events } = back;
    const bank = { bankAccount, reference, valueDay: line?.valueDay ?? valueDay, paid };
    const taken = line === undefined ? {} : { fromSuspense: true };
    return [...events, batchSettled({ batch, payer, fund, tranche, ...bank, ...sums, to, toTranche, ...taken })];
  },
});

function findWaiting(state: State, batch: string): Refusal | (BatchRow & { waiting: readonly number[] }) {
  const row = state.table(batchTable).find(batch);
  if (row === undefined) return refuse("BATCH_UNKNOWN", { batch });
  if (row.mode !== batchModes.directCredit) return refuse("BATCH_ACCOUNT_PAYMENT", { batch });
  return row.waiting === undefined ? refuse("BATCH_SETTLED", { batch }) : { ...row, waiting: row.waiting };
}

function whereFailedGo(
  context: Parameters<typeof returnTrancheFor>[0],
  row: BatchRow,
  failedTotal: number,
): ReturnType<typeof returnTrancheFor> {
  const isExpired = context.state.store(moneyStore).getTranche(row.tranche).expired;
  if (isExpired && failedTotal > 0) return returnTrancheFor(context, row);
  return { to: row.payer, toTranche: row.tranche, events: [] };
}

/** What the bank paid and what failed, each line once. */
function sumUp(waiting: readonly number[], { paid, failed }: Result) {
  const left = [...waiting];
  const failedLines: { line: number; reason: string; amount: number }[] = [];
  let failedTotal = 0;
  for (const { line, reason } of failed) {
    const amount = left[line] ?? 0;
    if (amount === 0) return refuse("LINE_SETTLED", { line });
    left[line] = 0;
    failedTotal += amount;
    failedLines.push({ line, reason, amount });
  }
  const paidLines = paid === "rest" ? left.keys().filter((line) => left[line] !== 0) : paid;
  let paidTotal = 0;
  let paidCount = 0;
  for (const line of [...paidLines]) {
    const amount = left[line] ?? 0;
    if (amount === 0) return refuse("LINE_SETTLED", { line });
    left[line] = 0;
    paidTotal += amount;
    paidCount++;
  }
  return { failed: failedLines, failedTotal, paidTotal, paidCount };
}
