import { headerScore } from "@mingbai/tabular/mapping/guess-columns";
import { NotATableError } from "@mingbai/tabular/read/not-a-table-error";
import { readTableFile, type TableFile } from "@mingbai/tabular/read/read-table-file";
import { WorkbookError, type WorkbookFault } from "@mingbai/tabular/workbook/workbook-error";
import type { ApprovedList } from "./check-list.ts";
import { fields } from "./list-fields.ts";
import { approvedOfTable, listOfTable, type ReadList, type UnreadableList } from "./read-list.ts";

/** What was read, and the sheets of the workbook to choose from: none where the file is text. */
export interface ListFile<Read> {
  readonly read: Read | UnreadableList;
  readonly sheets: readonly string[];
  /** The sheet that was read. */
  readonly sheet: string;
}

/** `readList` for a CSV, a TSV or a workbook (xlsx), of which the first sheet is read, or the one named. */
export function readListFile(bytes: Uint8Array, sheet?: string): Promise<ListFile<ReadList>> {
  return readFile(bytes, sheet, listOfTable);
}

/** `readApprovedList` for a CSV, a TSV or a workbook. */
export function readApprovedFile(bytes: Uint8Array, sheet?: string): Promise<ListFile<ApprovedList>> {
  return readFile(bytes, sheet, approvedOfTable);
}

async function readFile<Read>(
  bytes: Uint8Array,
  sheet: string | undefined,
  listOf: (table: TableFile["table"]) => Read | UnreadableList,
): Promise<ListFile<Read>> {
  try {
    const file = await readTableFile(bytes, { score: headerScore(fields), sheet });
    return { read: listOf(file.table), sheets: file.sheets, sheet: file.sheet };
  } catch (error) {
    if (error instanceof WorkbookError) return { read: { unreadable: faults[error.fault] }, sheets: [], sheet: "" };
    if (error instanceof NotATableError || error instanceof RangeError)
      return { read: { unreadable: "notATable" }, sheets: [], sheet: "" };
    throw error;
  }
}

const faults = {
  damaged: "workbookDamaged",
  locked: "workbookLocked",
  tooLarge: "workbookTooLarge",
  noSheet: "noRows",
} as const satisfies Record<WorkbookFault, UnreadableList["unreadable"]>;
