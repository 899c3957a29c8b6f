import { isKeptApart, keptApartColumns } from "../read/kept-apart.ts";
import type { QuarantinedRow } from "./payment.ts";

/**
 * Rows kept apart as a CSV file to mend and send again: the reason and the line stand before the row's own cells, which are as
 * they were, so that the file's mapping (by names of columns) accepts the mended rows. UTF-8 with a mark, for spreadsheets.
 */
export function writeQuarantineCsv(header: readonly string[], rows: readonly QuarantinedRow[]): string {
  const kept = isKeptApart(header) ? keptApartColumns.length : 0;
  const lines = [[...keptApartColumns, ...header.slice(kept)]];
  for (const row of rows) lines.push([row.reason, String(row.line), ...row.cells.slice(kept)]);
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n;\t|]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
