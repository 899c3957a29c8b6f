import type { RedemptionRow } from "@mingbai/treasury/views/acts";
import { csvAmount, csvLine } from "../payments/payments-csv.ts";

/** UTF-8 with a byte order mark, because spreadsheets guess wrong without it. */
const mark = "\ufeff";

/** Exactly the orders that are seen, in their order; `head` and words in the page's language. */
export function ordersCsv(
  rows: readonly RedemptionRow[],
  words: {
    readonly head: readonly string[];
    readonly currency: { readonly code: string; readonly decimals: number };
    state(row: RedemptionRow): string;
    holder(row: RedemptionRow): string;
    time(timeMs: number): string;
  },
): string {
  const { currency } = words;
  const lines = rows.map((row) => [
    row.endToEndId,
    words.holder(row),
    row.fund.name,
    String(row.tranche),
    csvAmount(row.amountMinor, currency.decimals),
    currency.code,
    words.state(row),
    row.reason ?? "",
    words.time(row.ordered.timeMs),
    row.released === null ? "" : words.time(row.released.timeMs),
    row.ended === null ? "" : words.time(row.ended.timeMs),
    row.bankReference ?? "",
    row.returnReference ?? "",
    row.ordered.transaction,
  ]);
  return [mark, csvLine(words.head), ...lines.map(csvLine)].join("");
}
