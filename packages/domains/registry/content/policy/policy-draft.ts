/** What of a policy decides whom it includes and who may leave: as a page asks about one before it is proposed or voted. Browser-safe. */
import { z } from "zod";
import { FieldId, ruleCharsMax } from "../form/definition.ts";
import type { EntryPolicy } from "./entry-policy.ts";
import { conditionsMax, formulaKindsMax, policyMonthsMax } from "./entry-policy.ts";

const Kinds = z.array(FieldId).max(formulaKindsMax);
const Months = z.int().min(0).max(policyMonthsMax);
const Conditions = z
  .array(z.strictObject({ id: FieldId, when: z.string().min(1).max(ruleCharsMax) }))
  .min(1)
  .max(conditionsMax);

export const PolicyDraft = z.strictObject({
  incomeLine: z.int().min(1),
  adds: Kinds,
  deducts: Kinds,
  conditions: Conditions,
  exit: z.strictObject({ incomeMonths: Months, observationMonths: Months, conditions: Conditions }),
});
export type PolicyDraft = z.infer<typeof PolicyDraft>;

export function draftOf({ incomeLine, formula, conditions, exit }: EntryPolicy): PolicyDraft {
  const idsOf = (kinds: EntryPolicy["formula"]["adds"]) => kinds.map(({ kind }) => kind);
  return {
    incomeLine,
    adds: idsOf(formula.adds),
    deducts: idsOf(formula.deducts),
    conditions: bare(conditions),
    exit: {
      incomeMonths: exit.incomeMonths,
      observationMonths: exit.observationMonths,
      conditions: bare(exit.conditions),
    },
  };
}

function bare(conditions: EntryPolicy["conditions"]): PolicyDraft["conditions"] {
  return conditions.map(({ id, when }) => ({ id, when }));
}

/** A whole policy that decides as the draft does; what it says in words is not asked for. */
export function policyOfDraft(inForce: EntryPolicy, draft: PolicyDraft): EntryPolicy {
  const named = (kinds: readonly string[]) => kinds.map((kind) => ({ kind, words: { en: kind, zh: kind } }));
  return {
    ...inForce,
    version: inForce.version + 1,
    incomeLine: draft.incomeLine,
    formula: { adds: named(draft.adds), deducts: named(draft.deducts) },
    conditions: draft.conditions.map(worded),
    exit: { ...draft.exit, conditions: draft.exit.conditions.map(worded) },
  };
}

function worded({ id, when }: PolicyDraft["conditions"][number]): EntryPolicy["conditions"][number] {
  return { id, when, title: { en: id, zh: id }, says: { en: id, zh: id } };
}
