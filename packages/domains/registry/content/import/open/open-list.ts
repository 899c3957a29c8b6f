import type { Bytes } from "@mingbai/tabular/read/open-table";
import { type OpenTableFile, openTableFile } from "@mingbai/tabular/read/open-table-file";
import type { Divisions } from "../../entry/entry.ts";
import type { FormDefinition } from "../../form/definition.ts";
import type { GuessedMapping } from "../guess/column-guess.ts";
import { formHeaderScore } from "../guess/form-header-score.ts";
import { guessMapping } from "../guess/guess-mapping.ts";
import type { ImportMapping } from "../mapping/import-mapping.ts";
import { isHouseholdNumber } from "../mapping/is-household-number.ts";
import { layoutFingerprint } from "../mapping/layout-fingerprint.ts";
import { MappingMisfit } from "../mapping/locate-columns.ts";
import type { ListSheet } from "../read/read-households.ts";

/** A household list of a file, before anybody has said what its columns are. */
export interface OpenList {
  /** As the mapping has them: one, or the one of households and the one of their people. */
  readonly sheets: readonly ListSheet[];
  /** The names of those sheets; "" where the file is text. */
  readonly read: readonly string[];
  /** All sheets of the workbook that are shown; none where the file is text. */
  readonly sheetNames: readonly string[];
  readonly guess: GuessedMapping;
  /** `layoutFingerprint`. */
  readonly fingerprint: string;
}

/** Two sheets that are not one of households and one of people, both with the household's number. */
export class SheetsApartError extends MappingMisfit {
  override name = "SheetsApartError";

  constructor() {
    super({
      en: "These two sheets do not belong together: one should have a row a household, the other a row a person, both with the household's number.",
      zh: "这两张表合不到一起：一张应该一行一户，另一张一行一人，两张都要有户编号。",
    });
  }
}

/**
 * Opens a list of text, or of a workbook the sheets that are named: one, or two that belong together, in any order; without any the one
 * that is shown first. Throws NotATableError, RangeError, SheetsApartError.
 */
export async function openList(
  bytes: Bytes,
  of: { readonly form: FormDefinition; readonly divisions: Divisions; readonly sheets?: readonly string[] },
): Promise<OpenList> {
  const { form, divisions, sheets: names = [] } = of;
  const opened: OpenTableFile[] = [];
  for (const sheet of names.length === 0 ? [undefined] : names)
    opened.push(await openTableFile(bytes, { score: formHeaderScore(form), sheet }));
  const guess = guessMapping(
    opened.map(({ beginning }) => beginning),
    form,
    { divisions },
  );
  if (opened.length > 1) requirePair(guess.mapping);
  const ordered = guess.order.flatMap((place) => opened[place] ?? []);
  const sheets = ordered.map(({ beginning: { header, groups }, rows }) => ({ header, groups, rows }));
  return {
    sheets,
    read: ordered.map(({ sheet }) => sheet),
    sheetNames: opened[0]?.sheets ?? [],
    guess,
    fingerprint: layoutFingerprint(sheets),
  };
}

function requirePair({ sheets }: ImportMapping): void {
  const [first, second] = sheets;
  const isPair = first?.rows === "households" && second?.rows === "people";
  const areNumbered = sheets.every(({ columns }) => columns.some(({ target }) => isHouseholdNumber(target)));
  if (!isPair || !areNumbered) throw new SheetsApartError();
}
