import type { FileSubject } from "@mingbai/registry/content/check/file-fault";
import type { HouseholdFile, PersonFile } from "@mingbai/registry/views/household";
import { personName } from "../registry/file/household-words.ts";

/** Who stands at a place of the file, from 0; undefined where the file has changed since. */
export function findResident({ residents }: HouseholdFile, subject: FileSubject): PersonFile | undefined {
  return subject === "household" ? undefined : residents[subject];
}

/** A person's name by their place in the file; "" for the household itself. */
export function subjectName(file: HouseholdFile, subject: FileSubject): string {
  const person = findResident(file, subject);
  return person === undefined ? "" : personName(person.values);
}
