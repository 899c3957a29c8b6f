/**
 * Who is taken into monitoring and who leaves it, as data: a county publishes a version, members vote on it, and every
 * judgement names the version it was made by. Browser-safe.
 */
import { findFormulaFault } from "@mingbai/measures/income/formula";
import { z } from "zod";
import { NamedValues, placeholdersOf } from "../compare/rule-set.ts";
import { FieldId, ruleCharsMax } from "../form/definition.ts";

export const conditionsMax = 40;
export const formulaKindsMax = 40;
export const policyDaysMax = 366;
export const policyMonthsMax = 60;

const Title = z.strictObject({ en: z.string().min(1).max(80), zh: z.string().min(1).max(80) });
const Sentence = z.strictObject({ en: z.string().min(1).max(500), zh: z.string().min(1).max(500) });
const Days = z.int().min(0).max(policyDaysMax);
const Months = z.int().min(0).max(policyMonthsMax);

/** Fields of the household that the formula adds or takes off, by their ids. */
const FormulaKinds = z.array(z.strictObject({ kind: FieldId, words: Title })).max(formulaKindsMax);

/** One thing that must be so. The words say what is found, whether it is enough or not. */
export const PolicyCondition = z
  .strictObject({
    id: FieldId,
    title: Title,
    /** A rule over `h`, `people`, `day`, `line`, `income`, `reasons`; in exits `lasted` and `needs` too. */
    when: z.string().min(1).max(ruleCharsMax),
    names: NamedValues.optional(),
    says: Sentence,
  })
  .superRefine(({ says, names = {} }, context) => {
    const unknown = [...placeholdersOf(says.en, says.zh)].find((name) => !(name in names));
    if (unknown !== undefined)
      context.addIssue({ code: "custom", message: `the words name {${unknown}}, which is not there` });
  });
export type PolicyCondition = z.infer<typeof PolicyCondition>;

const Conditions = z
  .array(PolicyCondition)
  .min(1)
  .max(conditionsMax)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "a condition is there twice");

export const EntryPolicy = z.strictObject({
  version: z.int().min(1),
  title: Title,
  /** Of a year, a head, in fen. */
  incomeLine: z.int().min(1),
  formula: z
    .strictObject({ adds: FormulaKinds, deducts: FormulaKinds })
    .refine((formula) => findFormulaFault(formula) === undefined, "the formula adds nothing, or names a kind twice"),
  /** All of them hold of whoever is taken in. */
  conditions: Conditions,
  /** How long each step may take; a public notice, how long it stands. */
  days: z.strictObject({ villageCheck: Days, review: Days, publicNotice: Days, decision: Days, observation: Days }),
  exit: z.strictObject({
    /** For how long income has been at the line or above, by what was counted. */
    incomeMonths: Months,
    /** For how long a household has been monitored. */
    observationMonths: Months,
    conditions: Conditions,
  }),
});
export type EntryPolicy = z.infer<typeof EntryPolicy>;
