import { type CellCorrection, isSameCell } from "@mingbai/registry/content/import/read/correct-cells";
import { importDesk } from "../desk/import-desk.ts";

/** Says what a cell means; the same text as the file has takes that back. The list is read again when it is checked. */
export function correctCell(correction: CellCorrection): void {
  const { was, text } = correction;
  const others = importDesk.get().corrections.filter((one) => !isSameCell(one, correction));
  importDesk.change({ corrections: text === was ? others : [...others, correction] });
}
