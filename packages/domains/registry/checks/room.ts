import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import { peoplePerHouseholdMax } from "../schema.ts";
import type { HouseholdRow } from "../tables.ts";

/** Why so many more people do not fit into a household. */
export function findRoomRefusal({ people }: HouseholdRow, more: number): Refusal | undefined {
  return people.length + more > peoplePerHouseholdMax
    ? refuse("HOUSEHOLD_FULL", { max: peoplePerHouseholdMax })
    : undefined;
}

/** Why these people cannot go: one is not in the household, or nobody would be left. */
export function findLeavingRefusal(
  { people }: HouseholdRow,
  { household, leaving }: { household: string; leaving: readonly string[] },
): Refusal | undefined {
  const stranger = leaving.find((person) => !people.includes(person));
  if (stranger !== undefined) return refuse("PERSON_ELSEWHERE", { person: stranger, household });
  return leaving.length === people.length ? refuse("NOBODY_LEFT", { household }) : undefined;
}
