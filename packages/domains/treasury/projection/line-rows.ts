import { viewOf } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { lineBytes } from "@mingbai/ledger/transaction/body";
import { findPayments } from "@mingbai/ledger/transaction/envelope";
import type { GivenContent } from "@mingbai/read-model/given-content";
import type { ProjectedTransaction } from "@mingbai/read-model/projected-block";
import type { Vault } from "@mingbai/read-model/vault-port";
import { lineAt } from "../batch/layout.ts";
import { LinesContent, type LineTexts } from "../vault-content.ts";
import { findListedTexts } from "./listed-texts.ts";
import type { PaymentFact, PaymentRows } from "./payment-rows.ts";
import { toSqlAccount } from "./sql-account.ts";

/** What rows are written with. */
export interface Listing {
  readonly rows: PaymentRows;
  readonly vault: Vault;
  /** Accounts of offices, in SQL's spelling: money between them is no payment. */
  readonly offices: ReadonlySet<string>;
  /** Of matters that were paid, by the matter. */
  readonly titles: ReadonlyMap<string, string>;
  /** Of offers that were spent, by the offer. */
  readonly offerTitles: ReadonlyMap<string, string>;
  /** Of manifests that are paid from, by the manifest. */
  readonly lists: ReadonlyMap<string, GivenContent>;
}

/** Rows of the list that a transaction makes: lines of a batch, single payments, money that came back. */
export async function writeLineRows(done: ProjectedTransaction, listing: Listing): Promise<void> {
  if (!done.events.some(({ type }) => listed.has(type))) return;
  const texts = await textsOf(done, listing);
  let bankLine = -1;
  let payment = -1;
  for (const { type, data } of done.events) {
    if (type === "treasury.bankLineBooked") bankLine++;
    if (type === "treasury.batchPaid") {
      await writeBatchLines(done, listing.rows, { fund: Number(data.fund), tranche: Number(data.tranche), texts });
    }
    if (type === "treasury.paid") payment++;
    const fact = findFact(type, data, { bankLine, payment });
    if (fact === undefined || listing.offices.has(fact.payee)) continue;
    await listing.rows.add(done, fact, texts[fact.line] ?? textsOfCause(data, listing));
  }
}

const listed: ReadonlySet<string> = new Set([
  "treasury.batchPaid",
  "treasury.paid",
  "treasury.spent",
  "treasury.minted",
  "treasury.paymentReturned",
  "treasury.expiredReturned",
]);

/** The row that one event makes by itself, if it makes one. `bankLine`, `payment`: its number among its kind in the transaction. */
function findFact(
  type: string,
  data: { readonly [name: string]: unknown },
  { bankLine, payment }: { bankLine: number; payment: number },
): PaymentFact | undefined {
  const place = { fund: Number(data.fund), tranche: Number(data.tranche) };
  const amount = Number(data.amount);
  switch (type) {
    case "treasury.paid":
      return { ...place, line: payment, amount, payee: accountOf(data.payee), kind: "payment", status: "disbursed" };
    case "treasury.spent": {
      // The merchant has it where the offer's money came from.
      const tranche = Number(data.toTranche);
      const payee = accountOf(data.merchant);
      return { ...place, tranche, line: 0, amount, payee, kind: "payment", status: "disbursed" };
    }
    case "treasury.paymentReturned":
    case "treasury.expiredReturned":
      return { ...place, line: 0, amount: -amount, payee: accountOf(data.holder), kind: "return", status: "returned" };
    case "treasury.minted": {
      if (data.supplier === undefined) return undefined;
      const kind = data.kind === "supplierReturn" ? "return" : "priorReceipt";
      return { ...place, line: bankLine, amount: -amount, payee: accountOf(data.supplier), kind, status: "returned" };
    }
    default:
      return undefined;
  }
}

function accountOf(account: unknown): string {
  return toSqlAccount(String(account));
}

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

/** What is known of a payment that was the effect of a matter, or that was made with vouchers of an offer. */
function textsOfCause(
  { matter, offer }: { readonly [name: string]: unknown },
  { titles, offerTitles }: Listing,
): LineTexts | undefined {
  const purpose = titles.get(String(matter)) ?? offerTitles.get(String(offer));
  return purpose === undefined ? undefined : { reference: "", purpose };
}

/** What the vault keeps of the lines: about the transaction itself, or behind the digest of the list that it pays. */
async function textsOf(
  { leaf, events }: ProjectedTransaction,
  { vault, lists }: Listing,
): Promise<readonly LineTexts[]> {
  const read = LinesContent.safeParse(await vault.find(toHex(leaf.id)));
  if (read.success) return read.data.lines;
  const paid = events.find(({ type }) => type === "treasury.batchPaid")?.data;
  const list = lists.get(String(paid?.manifest));
  if (list === undefined) return [];
  return (await findListedTexts(vault, { list, digest: String(paid?.digest) })) ?? [];
}
