import type { HouseholdValues } from "../file/household-values.ts";
import type { FieldChange } from "../file/part.ts";
import type { Value, Values } from "../file/value.ts";
import type { EntryPolicy } from "./entry-policy.ts";
import { fileIncome } from "./file-income.ts";
import type { IncomeFinding } from "./steady-months.ts";

/** What an act said of a household's own fields. */
export interface FileChange {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly sets: Readonly<Record<string, FieldChange>>;
}

/** A file, and how it came to be as it is. */
export interface FileHistory {
  readonly file: HouseholdValues;
  /** YYYY-MM-DD on which it began. */
  readonly openedOn: string;
  /** Since then, the oldest first. */
  readonly changes: readonly FileChange[];
}

/**
 * The incomes that a file has told of by a policy's formula, the oldest first: when it began, and whenever amounts of the formula
 * were said again. Each change is undone from the newest on, as its writer saw the file; people are those of today.
 */
export function incomeFindings(
  policy: Pick<EntryPolicy, "formula">,
  { file, openedOn, changes }: FileHistory,
): readonly IncomeFinding[] {
  const kinds = [...policy.formula.adds, ...policy.formula.deducts].map(({ kind }) => kind);
  const findings: IncomeFinding[] = [];
  let { values } = file;
  const find = (on: string) => {
    const income = fileIncome(policy, { ...file, values });
    if (income !== undefined) findings.unshift({ on, perPersonFen: income.perPersonFen });
  };
  for (const { on, sets } of changes.toReversed()) {
    if (kinds.some((kind) => kind in sets)) find(on);
    values = before(values, sets);
  }
  find(openedOn);
  return findings;
}

function before(values: Values, sets: FileChange["sets"]): Values {
  const earlier: { [field: string]: Value } = {};
  for (const [field, value] of Object.entries(values)) if (!(field in sets)) earlier[field] = value;
  for (const [field, { from }] of Object.entries(sets)) if (from !== undefined) earlier[field] = from;
  return earlier;
}
