import type { ReadHousehold } from "@mingbai/registry/content/import/read/read-household";
import type { Decision } from "./decision.ts";

/** A household as it is once a person has decided. A field without a value is left out. */
export function decided(read: ReadHousehold, decision: Decision | undefined): ReadHousehold {
  if (decision?.kind === "out") return { ...read, state: "faults" };
  if (decision?.kind !== "values") return read;
  const values = { ...read.household.values };
  for (const [field, value] of Object.entries(decision.values)) if (value !== null) values[field] = value;
  const disagreements = read.disagreements.filter(({ field }) => !(field in decision.values));
  const isSettled = disagreements.length === 0 && read.state === "disagreement";
  const household = { ...read.household, values };
  return { ...read, household, disagreements, state: isSettled ? "doubts" : read.state };
}
