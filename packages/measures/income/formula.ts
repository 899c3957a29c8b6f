import type { Words } from "../words.ts";

/** A kind of income or spending, as files have it, and what it is called in a shown formula. */
export interface FormulaKind {
  readonly kind: string;
  readonly words: Words;
}

/** What counts for a household's income, as data: a county's rule names it, and pages show it. */
export interface IncomeFormula {
  /** Which incomes are added. */
  readonly adds: readonly FormulaKind[];
  /** Which spending is taken off, in the order in which it is shown. */
  readonly deducts: readonly FormulaKind[];
}

/** Words of what is wrong with a formula, or undefined where each kind stands in it once. */
export function findFormulaFault({ adds, deducts }: IncomeFormula): Words | undefined {
  if (adds.length === 0) return { en: "the formula adds no income", zh: "公式里没有算收入" };
  const kinds = [...adds, ...deducts].map(({ kind }) => kind);
  const twice = kinds.find((kind, at) => kinds.indexOf(kind) !== at);
  return twice === undefined
    ? undefined
    : { en: `${twice} stands in the formula twice`, zh: `公式里“${twice}”写了两次` };
}
