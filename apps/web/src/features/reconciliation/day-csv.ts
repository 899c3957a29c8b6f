import { csvAmount, csvLine } from "../payments/payments-csv.ts";
import { type DayRow, signed } from "./compare-day.ts";

/** UTF-8 with a byte order mark, because spreadsheets guess wrong without it. */
const mark = "\ufeff";

/** The rows that are seen, in their order: what differs, then each side's line. */
export function dayCsv(
  rows: readonly DayRow[],
  words: { readonly head: readonly string[]; readonly decimals: number; kind(row: DayRow): string },
): string {
  const { head, decimals } = words;
  const sideOf = (line: DayRow["bank"] | DayRow["ledger"]) =>
    line === undefined
      ? ["", "", "", ""]
      : [line.reference, line.valueDay, csvAmount(signed(line), decimals), line.endToEndId ?? ""];
  const lines = rows.map((row) => [
    words.kind(row),
    ...sideOf(row.bank),
    ...sideOf(row.ledger),
    row.ledger?.transaction ?? "",
    csvAmount(row.effectMinor, decimals),
  ]);
  return [mark, csvLine(head), ...lines.map(csvLine)].join("");
}
