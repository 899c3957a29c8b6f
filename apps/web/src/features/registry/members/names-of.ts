import type { HouseholdFile } from "@mingbai/registry/views/household";
import { findPersonName } from "../file/household-words.ts";

/** Names of people of a household, for the sentence that is signed. */
export function namesOf(file: HouseholdFile, people: readonly string[], join: string): string {
  return people.map((person) => findPersonName(file, person) ?? person).join(join);
}
