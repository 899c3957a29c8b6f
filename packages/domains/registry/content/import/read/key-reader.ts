import { identityKey } from "../../facts/identity-key.ts";
import { headRelation, knownFields } from "../../form/known-fields.ts";
import type { HouseholdKey } from "../mapping/import-mapping.ts";
import type { ColumnReader } from "./cell-reader.ts";
import type { SheetReader } from "./sheet-reader.ts";

/** Which household a row belongs to. `isMissing`: nothing says so, and the row stands for itself. */
export interface RowKey {
  readonly key: string;
  readonly isMissing?: true;
}

/**
 * Says of rows, one after the other from the first, which household they belong to. Where the key stands only in the first
 * row of a household, as merged cells leave it, the rows below have the one above, up to the next head.
 */
export function keyReader(sheet: SheetReader, key: HouseholdKey): (cells: readonly string[], line: number) => RowKey {
  const isHead = headJudge(sheet);
  const textOf = keyText(sheet, key);
  let last: RowKey | undefined;
  const read = (cells: readonly string[], line: number): RowKey => {
    const own = { key: `line:${line}` };
    if (key === "row") return own;
    if (key === "headRow") return isHead(cells) ? own : (last ?? { ...own, isMissing: true });
    const text = textOf(cells);
    if (text !== "") return last?.key === text ? last : { key: copied(text) };
    return last === undefined || isHead(cells) ? { ...own, isMissing: true } : last;
  };
  return (cells, line) => {
    last = read(cells, line);
    return last;
  };
}

function headJudge({ people }: SheetReader): (cells: readonly string[]) => boolean {
  const relation = people[0]?.find(({ field }) => field.id === knownFields.person.relation);
  if (relation === undefined) return () => false;
  return (cells) => {
    const entry = relation.read(cells[relation.column]?.trim() ?? "");
    return "value" in entry && entry.value === headRelation;
  };
}

function keyText(sheet: SheetReader, key: HouseholdKey): (cells: readonly string[]) => string {
  const cell = (cells: readonly string[], column: number | undefined) =>
    column === undefined ? "" : (cells[column]?.trim() ?? "");
  const { household, headNumber, headName } = sheet.keys;
  const { village, team, address } = knownFields.household;
  const place = [village, team, address].map((id) => columnOf(sheet.household, id));
  switch (key) {
    case "number":
      return (cells) => cell(cells, household);
    case "headNumber":
      return (cells) => identityKey(cell(cells, headNumber));
    case "numberInVillage":
      return (cells) => joined(cell(cells, household), [cell(cells, place[0])]);
    default:
      return (cells) =>
        joined(
          cell(cells, headName),
          place.map((column) => cell(cells, column)),
        );
  }
}

function columnOf(columns: readonly ColumnReader[], id: string): number | undefined {
  return columns.find(({ field }) => field.id === id)?.column;
}

/** Nothing without its main part: a village alone is no household. */
function joined(main: string, others: readonly string[]): string {
  return main === "" ? "" : [...others, main].join(" ");
}

const copiedCharsMax = 200;

/** A text of its own: a cut of a large text would keep all of it in memory as long as the key is known. */
function copied(text: string): string {
  if (text.length > copiedCharsMax) return text;
  return String.fromCharCode(...Array.from(text, (_, at) => text.charCodeAt(at)));
}
