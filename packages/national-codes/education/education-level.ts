import type { CodeEntry } from "../code-table/code-table.ts";
import { getCode } from "../code-table/get-code.ts";
import { educationRecords } from "./education-records.ts";

/** The level that a record of schooling is of: 71 初中毕业 and 73 初中肄业 are of 70 初级中学教育. */
export function educationLevel(record: CodeEntry): CodeEntry {
  return getCode(educationRecords, `${record.code.charAt(0)}0`);
}
