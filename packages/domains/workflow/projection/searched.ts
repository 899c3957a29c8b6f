import { pairsOf, sqlText } from "@mingbai/read-model/searched-text";
import type { ApplicationContent } from "../content.ts";
import type { MatterBook } from "./matter-book.ts";
import type { MatterRecord } from "./tables.ts";

/** By what a matter is found: title and invoices of its current version. */
export function writeSearched(
  book: MatterBook,
  { record, content }: { record: MatterRecord; content: ApplicationContent | undefined },
): void {
  const { seq } = record;
  record.title = sqlText(content?.title ?? "");
  record.search = `${record.number} ${record.title}`.toLowerCase();
  book.setInvoices(seq, invoicesOf(seq, content));
  book.setPairs(
    seq,
    pairsOf([record.search]).map((pair) => ({ pair, seq })),
  );
}

/** Compared without case and space: the same invoice is typed in many ways. */
function invoicesOf(seq: number, content: ApplicationContent | undefined) {
  const plain = (text: string): string => sqlText(text).toLowerCase().replaceAll(/\s/g, "");
  return (content?.invoices ?? []).map(({ number, seller, amount }) => ({
    seq,
    number: plain(number),
    seller: plain(seller),
    amount,
  }));
}
