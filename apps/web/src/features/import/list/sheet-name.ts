import type { OpenedList } from "./list-message.ts";

/** Which sheet a row is on, where a list has two; "" where there is nothing to tell. */
export function sheetName(list: Pick<OpenedList, "read"> | undefined, sheet: number): string {
  return list !== undefined && list.read.length > 1 ? (list.read[sheet] ?? "") : "";
}
