import { viewOf } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { lineBytes } from "@mingbai/ledger/transaction/body";
import { findPayments } from "@mingbai/ledger/transaction/envelope";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { Vault } from "@mingbai/read-model/vault-port";
import { lineAt } from "../batch/layout.ts";
import { LinesContent, type LineTexts } from "../vault-content.ts";
import type { PaymentRows } from "./payment-rows.ts";
import { toSqlAccount } from "./sql-account.ts";

/** Rows of the list that a transaction makes: lines of a batch, single payments, money that suppliers paid back. */
export async function writeLineRows(done: ProjectedTransaction, rows: PaymentRows, vault: Vault): Promise<void> {
  const isListed = done.events.some(({ type }) => listed.has(type));
  if (!isListed) return;
  const texts = await textsOf(vault, toHex(done.leaf.id));
  let bankLine = -1;
  for (const { type, data } of done.events) {
    if (type === "treasury.bankLineBooked") bankLine++;
    if (type === "treasury.batchPaid")
      await writeBatchLines(done, rows, { fund: Number(data.fund), tranche: Number(data.tranche), texts });
    if (type === "treasury.paid") {
      const fact = {
        line: 0,
        amount: Number(data.amount),
        payee: toSqlAccount(String(data.payee)),
        fund: Number(data.fund),
        tranche: Number(data.tranche),
      };
      await rows.add(done, { ...fact, kind: "payment", status: "disbursed" }, texts[0]);
    }
    if (type === "treasury.minted" && data.supplier !== undefined) {
      const fact = {
        line: bankLine,
        amount: -Number(data.amount),
        payee: toSqlAccount(String(data.supplier)),
        fund: Number(data.fund),
        tranche: Number(data.tranche),
      };
      const kind = data.kind === "supplierReturn" ? "return" : "priorReceipt";
      await rows.add(done, { ...fact, kind, status: "returned" }, texts[bankLine]);
    }
  }
}

const listed: ReadonlySet<string> = new Set(["treasury.batchPaid", "treasury.paid", "treasury.minted"]);

/** PERF: 100,000 lines a second; read where they lie, no object a line but its row. */
async function writeBatchLines(
  done: ProjectedTransaction,
  rows: PaymentRows,
  { fund, tranche, texts }: { fund: number; tranche: number; texts: readonly LineTexts[] },
): Promise<void> {
  const payments = done.envelope && findPayments(done.envelope);
  if (payments === undefined) throw new SyntaxError("a batch was paid by a transaction that carries no payments");
  const refused = new Set(done.refusedLines.map(([line]) => line));
  const view = viewOf(payments.lines);
  for (let line = 0, at = 0; line < payments.count; line++, at += lineBytes) {
    if (refused.has(line)) continue;
    const payee = view.getBigInt64(at + lineAt.payee, true).toString();
    const amount = Number(view.getBigUint64(at + lineAt.amount, true));
    const written = rows.add(done, { line, amount, payee, fund, tranche, kind: "payment" }, texts[line]);
    if (written !== undefined) await written;
  }
}

async function textsOf(vault: Vault, id: string): Promise<readonly LineTexts[]> {
  const read = LinesContent.safeParse(await vault.find(id));
  return read.success ? read.data.lines : [];
}
