import type { ProjectionContext } from "@mingbai/read-model/projection";
import { householdOpened } from "../events/household-opened.ts";
import type { Fact } from "./fact.ts";

/** Fields of events that name households, and those that name people or any subject. */
const householdFields = ["household", "from", "to", "into"] as const;
const subjectFields = ["subject", "person"] as const;

/** The households that must be read before these events are written: those that they name, and those of whom they name. */
export async function touchedBy(
  facts: readonly Fact[],
  { context, erased }: { context: ProjectionContext; erased: readonly string[] },
): Promise<readonly string[]> {
  const households = new Set<string>(erased);
  const subjects = new Set<string>(erased);
  for (const { type, data } of facts) {
    // It has no rows yet.
    if (type === householdOpened.type) continue;
    for (const field of householdFields) addTo(households, data[field]);
    for (const field of subjectFields) addTo(subjects, data[field]);
    if (type === "registry.responsibleAssigned") for (const one of data.households as string[]) households.add(one);
  }
  if (subjects.size === 0) return [...households];
  const rows = await context.query("select distinct household from registry.person where person = any($1)", [
    [...subjects],
  ]);
  for (const { household } of rows) households.add(String(household));
  return [...households];
}

function addTo(set: Set<string>, value: unknown): void {
  if (typeof value === "string") set.add(value);
}
