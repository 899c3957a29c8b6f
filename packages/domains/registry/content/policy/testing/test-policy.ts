import type { HouseholdValues } from "../../file/household-values.ts";
import type { Values } from "../../file/value.ts";
import { countyForm } from "../../form/county/county-form.ts";
import { compilePolicy, type ReadyPolicy } from "../compile-policy.ts";
import { countyPolicy } from "../county/county-policy.ts";
import type { EntryPolicy } from "../entry-policy.ts";

export function readyPolicy(changes: Partial<EntryPolicy> = {}): ReadyPolicy {
  const ready = compilePolicy({ ...countyPolicy, ...changes }, countyForm);
  if ("fault" in ready) throw new Error(`${ready.condition}: ${ready.en}`);
  return ready;
}

/** A household of two with 17,400 yuan a year: exactly the line of 8,700 a head. */
export function householdOf(h: Values = {}, people: readonly Values[] = [{}, {}]): HouseholdValues {
  return {
    values: { village: "339901100001", incomeWages: 2_000_000, spentMedical: 260_000, ...h },
    people: people.map((values) => ({ values })),
  };
}

export function outcomesOf({ conditions }: { conditions: readonly { id: string; outcome: string }[] }) {
  return Object.fromEntries(conditions.map(({ id, outcome }) => [id, outcome]));
}
