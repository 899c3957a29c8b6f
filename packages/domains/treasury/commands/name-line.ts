import { equalBytes } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import { foldLinePath } from "@mingbai/codec/line-tree/fold-line-path";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import { paymentBodyHash } from "@mingbai/ledger/transaction/body";
import { hasBit } from "../batch/bits.ts";
import { batchModes } from "../batch/layout.ts";
import { readLine } from "../batch/read-batch.ts";
import { actsFor } from "../checks/acts-for.ts";
import { findExpiredRefusal } from "../checks/tranche.ts";
import { lineNamed } from "../events/line-named.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { refuse } from "../refusals.ts";
import { NameLine } from "../schema.ts";
import { type BatchRow, batchTable } from "../tables.ts";

/**
 * Gives one line of a batch a voucher of its own, out of what its payee still has in the tranche (MONEY 2). The
 * regulator may do so for anybody, also on frozen money: the voucher is what is frozen or disputed next.
 */
export const nameLine = defineCommand("treasury.nameLine", {
  schema: NameLine,
  allow: [role("supplier"), role("individual"), role("regulator")],
  title: { en: "Give a payment its own voucher", zh: "把一笔付款单列成凭证" },
  audit: { en: "named line {line} of batch {batch}", zh: "把批 {batch} 第 {line} 行单列成凭证" },
  execute(context, input) {
    const { state, actor, id } = context;
    const { batch, line } = input;
    const row = state.table(batchTable).find(batch);
    if (row === undefined) return refuse("BATCH_UNKNOWN", { batch });
    if (line >= row.count) return refuse("LINE_UNKNOWN", { line });
    if (!isProved(row, input)) return refuse("LINE_PROOF_WRONG", { line });
    const refusal = findLineRefusal(row, line);
    if (refusal !== undefined) return refusal;
    const { payee: holder, amount } = readLine(fromHex(input.record));
    const { fund, tranche } = row;
    if (!actor.roles.includes("regulator")) {
      if (!actsFor(context, holder)) return refuse("NOT_HOLDER", { holder });
      const expired = findExpiredRefusal(state, tranche);
      if (expired !== undefined) return expired;
    }
    const holds = state.store(moneyStore).get({ account: holder, tranche, part: "free" });
    if (holds < amount) return refuse("LINE_ALREADY_SPENT", { holds, needs: amount });
    return [lineNamed({ batch, line, voucher: id, holder, fund, tranche, amount })];
  },
});

function findLineRefusal(row: BatchRow, line: number): Refusal | undefined {
  if (row.mode === batchModes.directCredit) return refuse("LINE_FOR_THE_BANK", { line });
  if (hasBit(row.refusedLines, line)) return refuse("LINE_NOT_ACCEPTED", { line });
  return hasBit(row.namedLines, line) ? refuse("LINE_NAMED", { line }) : undefined;
}

/** True where the record leads, by its path, to the body that was signed; the count comes from the ledger, not the proof. */
function isProved(row: BatchRow, proof: { line: number; record: string; path: readonly string[] }): boolean {
  const record = fromHex(proof.record);
  const path = proof.path.map(fromHex);
  const root = foldLinePath({ record, index: proof.line, count: row.count, path });
  if (root === undefined) return false;
  const body = { head: fromHex(row.head), lines: record, count: row.count };
  return equalBytes(paymentBodyHash(body, root), fromHex(row.bodyHash));
}
