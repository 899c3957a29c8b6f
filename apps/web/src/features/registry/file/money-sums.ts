import type { FormulaKind, IncomeFormula } from "@mingbai/measures/income/formula";
import { type NetIncome, netIncome } from "@mingbai/measures/income/net-income";
import { countyParameters } from "@mingbai/registry/content/compare/county/parameters";
import type { Values } from "@mingbai/registry/content/file/value";
import type { FieldDefinition } from "@mingbai/registry/content/form/definition";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { getField, sectionsIn } from "../form-words.ts";

/** An amount of the file with the field that it stands in, in fen. */
export interface Amount {
  readonly field: FieldDefinition;
  readonly fen: number;
}

/** What households owe and own stands with their spending in the form, and is none. */
const standing: readonly string[] = ["debtBank", "debtPrivate", "savings"];
/** Taken off before income is divided by heads (国开发〔2020〕6 号: what falling ill and farming cost). */
const deducted = ["spentMedical", "spentFarming"];

/** The money fields of the section with this id that are amounts of a year. */
export function yearFields(section: "income" | "spending"): readonly FieldDefinition[] {
  const fields = sectionsIn("money", "household").find(({ id }) => id === section)?.fields ?? [];
  return fields.filter(({ id, of }) => of.type === "money" && !standing.includes(id));
}

/** Debts and savings on the day of the file. */
export function standingFields(): readonly FieldDefinition[] {
  return standing.map((id) => getField("household", id));
}

/** What stands in these fields, in the form's order; what nobody has said is left out. */
export function amountsIn(fields: readonly FieldDefinition[], values: Values): readonly Amount[] {
  return fields.flatMap((field) => {
    const fen = values[field.id];
    return typeof fen === "number" ? [{ field, fen }] : [];
  });
}

export function sumOf(amounts: readonly Amount[]): number {
  return amounts.reduce((sum, { fen }) => sum + fen, 0);
}

const kindOf = ({ id, label }: FieldDefinition): FormulaKind => ({ kind: id, words: label });

/** What counts for a household's income a head. */
function incomeFormula(): IncomeFormula {
  return {
    adds: yearFields("income").map(kindOf),
    deducts: deducted.map((id) => kindOf(getField("household", id))),
  };
}

/** Income a head in a year under which a household is monitored, in fen. */
export const incomeLineFen = lineOf("incomeLine");

/** Income a head with how it was counted; undefined where no income is in the file, or nobody to divide it by. */
export function findNetIncome({
  values,
  residents,
}: Pick<HouseholdFile, "values" | "residents">): NetIncome | undefined {
  const income = amountsIn(yearFields("income"), values);
  const all = [...income, ...amountsIn(yearFields("spending"), values)];
  if (income.length === 0 || all.some(({ fen }) => fen < 0)) return undefined;
  const amounts = all.map(({ field, fen }) => ({ kind: field.id, fen }));
  const found = netIncome(incomeFormula(), { amounts, people: residents.length });
  return found === "NO_PEOPLE" ? undefined : found;
}

function lineOf(id: string): number {
  const found = countyParameters.find((parameter) => parameter.id === id)?.value;
  if (typeof found !== "number") throw new Error(`the county has no line ${id}`);
  return found;
}
