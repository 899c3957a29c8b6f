import type { Values } from "@mingbai/registry/content/file/value";
import { headRelation, knownFields } from "@mingbai/registry/content/form/known-fields";
import type { HouseholdFile } from "@mingbai/registry/views/household";
import { ageAt } from "@mingbai/rules/days/age-at";
import { isDay } from "@mingbai/rules/days/read-day";

const { name, relation, birth } = knownFields.person;

/** A person's name; "" where the file has none. */
export function personName(values: Values): string {
  return textOf(values, name);
}

/** A value that is text; "" for any other. */
export function textOf(values: Values, field: string): string {
  const value = values[field];
  return typeof value === "string" ? value : "";
}

/** Full years on a day (YYYY-MM-DD), or undefined where the day of birth is not known or still to come. */
export function findAge(values: Values, day: string): number | undefined {
  const born = textOf(values, birth);
  return isDay(born) && born <= day ? ageAt(born, day) : undefined;
}

/** People in the order in which pages show them: the head first, then as they came. */
export function inOrder<Person extends { readonly values: Values }>(people: readonly Person[]): readonly Person[] {
  return people.toSorted((a, b) => Number(isHead(b)) - Number(isHead(a)));
}

function isHead({ values }: { readonly values: Values }): boolean {
  return values[relation] === headRelation;
}

/** Whose file a subject is: the name of a person who is or was here; undefined for the household's own. */
export function findPersonName({ residents, former }: Pick<HouseholdFile, "residents" | "former">, subject: string) {
  const person = [...residents, ...former].find((one) => one.person === subject);
  return person && personName(person.values);
}
