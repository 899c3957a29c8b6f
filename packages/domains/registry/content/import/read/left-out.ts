import { headerWords } from "@mingbai/tabular/mapping/header-words";
import { knownFields } from "../../form/known-fields.ts";
import type { LeftOutRow } from "./read-household.ts";
import type { SheetReader } from "./sheet-reader.ts";

const sums = /^(?:合计|总计|小计|共计|累计|total|subtotal)[:：]?/i;
const notes = /^(?:填表人|填报人|审核人|负责人|单位负责人|制表|填报单位|填表日期|注|备注|说明|note|source)(?:[:：]|$)/i;

/** Why a row is no household's, or undefined where it is read as one. A row that names a person is never left out. */
export function leftOutJudge(sheet: SheetReader): (cells: readonly string[]) => LeftOutRow["why"] | undefined {
  const numbers = sheet.people.flatMap((columns) =>
    columns.filter(({ field }) => field.id === knownFields.person.identityNumber).map(({ column }) => column),
  );
  const header = sheet.header.map(headerWords);
  const names = new Set(sheet.header);
  const read = [...sheet.household, ...sheet.people.flat()].map(({ column }) => column);
  const isFilled = (cells: readonly string[], column: number) => (cells[column] ?? "").trim() !== "";
  return (cells) => {
    const first = cells.find((cell) => cell !== "" && cell.trim() !== "")?.trim() ?? "";
    // The first letter decides for nearly every row.
    if (/^[合总小共累填审负单制注备说tsn]/i.test(first) && !numbers.some((column) => isFilled(cells, column))) {
      if (sums.test(first)) return "sum";
      if (notes.test(first)) return "note";
    }
    if (names.has(first) && isHeader(cells, header)) return "header";
    return read.some((column) => isFilled(cells, column)) ? undefined : "note";
  };
}

function isHeader(cells: readonly string[], header: readonly string[]): boolean {
  const same = header.filter((name, column) => name === headerWords(cells[column] ?? "")).length;
  return same >= 2 && same * 2 >= header.length;
}
