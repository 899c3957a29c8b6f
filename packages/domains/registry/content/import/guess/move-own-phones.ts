import { knownFields } from "../../form/known-fields.ts";
import type { ColumnTarget } from "../mapping/import-mapping.ts";
import type { SourceSheet } from "../mapping/source-sheet.ts";
import type { ColumnGuess } from "./column-guess.ts";
import type { GuessedSheet } from "./guess-sheet.ts";
import { sampledColumns } from "./sampled-columns.ts";

const householdPhone = knownFields.household.phone;
const ownPhone = knownFields.person.phone;
/** From this share of households on whose people have different numbers, the numbers are the people's own. */
const differingShareMin = 0.3;

/** «联系电话» in a list of people is the household's number where all of one have the same, and else each person's own. */
export function moveOwnPhones(guessed: GuessedSheet, sheet: SourceSheet): GuessedSheet {
  const at = (test: (guess: ColumnGuess) => boolean) => guessed.columns.findIndex(test);
  const phone = at(({ mapping: { target } }) => target.to === "household" && target.field === householdPhone);
  const own = at(({ mapping: { target } }) => target.to === "person" && target.field === ownPhone);
  const key = at(({ mapping: { target } }) => isKey(target));
  const relation = at(
    ({ mapping: { target } }) => target.to === "person" && target.field === knownFields.person.relation,
  );
  if (guessed.kind !== "people" || phone === -1 || own !== -1 || (key === -1 && relation === -1)) return guessed;
  const columns = sampledColumns(sheet);
  const households = key === -1 ? headRuns(columns[relation]?.cells ?? []) : (columns[key]?.cells ?? []);
  if (differingShare(columns[phone]?.cells ?? [], households) < differingShareMin) return guessed;
  const reason = { en: "People of one household have different numbers.", zh: "同一户的人号码不同，是本人电话" };
  const moved = guessed.columns.map(
    (guess, column): ColumnGuess =>
      column !== phone
        ? guess
        : {
            ...guess,
            mapping: { ...guess.mapping, target: { to: "person", field: ownPhone } },
            reasons: [...guess.reasons, reason],
          },
  );
  return { ...guessed, columns: moved };
}

function isKey(target: ColumnTarget): boolean {
  return target.to === "key" || (target.to === "household" && target.field === knownFields.household.number);
}

/** A number for each row that goes up where a head stands. */
function headRuns(relations: readonly string[]): string[] {
  let run = 0;
  return relations.map((relation) => String(/^户主|^本人/.test(relation) ? ++run : run));
}

function differingShare(cells: readonly string[], households: readonly string[]): number {
  const numbers = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  for (const [at, cell] of cells.entries()) {
    const household = households[at] ?? "";
    if (cell === "" || household === "") continue;
    numbers.set(household, (numbers.get(household) ?? new Set()).add(cell));
    counts.set(household, (counts.get(household) ?? 0) + 1);
  }
  const several = [...counts].filter(([, count]) => count > 1).map(([household]) => numbers.get(household)?.size ?? 0);
  return several.length === 0 ? 0 : several.filter((size) => size > 1).length / several.length;
}
