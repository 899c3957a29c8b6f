import { openTable } from "@mingbai/tabular/read/open-table";
import { listDivisions } from "../../entry/list-divisions.ts";
import { countyForm } from "../../form/county/county-form.ts";
import type { GuessedMapping } from "../guess/column-guess.ts";
import { formHeaderScore } from "../guess/form-header-score.ts";
import { guessMapping } from "../guess/guess-mapping.ts";
import type { ImportMapping } from "../mapping/import-mapping.ts";
import { type CellCorrection, correctedRows } from "../read/correct-cells.ts";
import type { LeftOutRow, ReadHousehold } from "../read/read-household.ts";
import { readHouseholds } from "../read/read-households.ts";

export const villages = listDivisions([
  { code: "339901100001", name: "枫桥村" },
  { code: "339901100002", name: "柏林村" },
]);

/** A list as CSV text, or two. */
export type Texts = readonly string[];

export const sheetsOf = (texts: Texts) =>
  texts.map((text) => {
    const { beginning, rows } = openTable(new TextEncoder().encode(text), formHeaderScore(countyForm));
    return { header: beginning.header, groups: beginning.groups, rows: [...rows] };
  });

export function guess(...texts: Texts): GuessedMapping {
  return guessMapping(sheetsOf(texts), countyForm, { divisions: villages });
}

/** What a list is taken for, by column: `person.name`, `household.village`, `key.headName`, `unknown`. */
export function targets(...texts: Texts): { [header: string]: string } {
  return Object.fromEntries(
    guess(...texts).columns.flatMap((columns) =>
      columns.map(({ mapping: { header, group, target } }) => {
        const name = group === undefined ? header : `${group}/${header}`;
        if (target.to === "key") return [name, `key.${target.part}`];
        if (target.to !== "household" && target.to !== "person") return [name, target.to];
        const member = target.to === "person" && target.member !== undefined ? target.member : "";
        return [name, `${target.to}${member}.${target.field}`];
      }),
    ),
  );
}

/** The households of a list, and its left-out rows, under a mapping or the one that is guessed. */
export function readList(
  texts: Texts,
  mapping: ImportMapping = guess(...texts).mapping,
  corrections: readonly CellCorrection[] = [],
) {
  const households: ReadHousehold[] = [];
  const leftOut: LeftOutRow[] = [];
  const options = { day: "2026-03-01", divisions: villages, maskName: (name: string) => `${name.slice(0, 1)}*` };
  const ordered = orderedLike(texts, mapping).map((sheet, at) => ({
    ...sheet,
    rows: correctedRows(sheet.rows, at, corrections),
  }));
  for (const part of readHouseholds(ordered, mapping, countyForm, options)) {
    if (part.kind === "household") households.push(part.household);
    else leftOut.push(part.row);
  }
  return { households, leftOut };
}

/** Sheets in the mapping's order: each by its columns. */
function orderedLike(texts: Texts, mapping: ImportMapping) {
  const sheets = sheetsOf(texts);
  return mapping.sheets.map(({ columns }) => {
    const found = sheets.find(({ header }) => columns.every((column) => header.includes(column.header)));
    if (found === undefined) throw new Error("no sheet has the columns of the mapping");
    return found;
  });
}
