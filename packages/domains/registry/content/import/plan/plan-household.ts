import { changedFields } from "../../file/changed-fields.ts";
import type { PersonValues } from "../../file/household-values.ts";
import type { Values } from "../../file/value.ts";
import { knownFields } from "../../form/known-fields.ts";
import type { ReadHousehold } from "../read/read-household.ts";
import type { AlikePerson, KnownFile, KnownHousehold, KnownPlace } from "./known-files.ts";
import type { PersonConflict, PlannedHousehold, PlannedPerson, PlannedSets } from "./planned-household.ts";

const { name, birth, identityNumber } = knownFields.person;

/** Where the people of a household are known to be, in their order. */
export function placesOf(
  { people }: ReadHousehold["household"],
  places: ReadonlyMap<string, KnownPlace>,
): (KnownPlace | undefined)[] {
  return people.map(({ values }) => places.get(textOf(values, identityNumber)));
}

/**
 * What an import would do with one household, given where its people are known to be. `alike`: for each person, who may be the same;
 * `taken`: known households that others of the list are.
 */
export function planHousehold(
  read: ReadHousehold,
  places: ReadonlyMap<string, KnownPlace>,
  { alike, taken }: { readonly alike: readonly (readonly AlikePerson[])[]; readonly taken: ReadonlySet<string> },
): PlannedHousehold {
  const { people } = read.household;
  const found = placesOf(read.household, places);
  const target = found.find((place) => place !== undefined)?.household;
  const nothing = { read, people: [], conflicts: [], alike: [], notNamed: [] };
  if (target === undefined) return planNew(nothing, alike);
  const conflicts = people.flatMap(({ values }, at) => conflictOf({ values, at, place: found[at], target, taken }));
  if (conflicts.length > 0) return { ...nothing, outcome: "conflict", household: target.id, conflicts };
  const persons = people.map((person, at) => found[at]?.person ?? findNamed(person, target, found)?.id);
  const changes = people.flatMap((person, at) => changeOf({ person, at, id: persons[at], target }));
  const own = setsOf(target, read.household.values);
  const isSame = changes.length === 0 && own === undefined;
  return {
    ...nothing,
    outcome: isSame ? "same" : "change",
    household: target.id,
    ...(own !== undefined && { own }),
    people: changes,
    notNamed: target.people.map(({ id }) => id).filter((id) => !persons.includes(id)),
  };
}

function planNew(
  nothing: Omit<PlannedHousehold, "outcome">,
  found: readonly (readonly AlikePerson[])[],
): PlannedHousehold {
  const { values, people } = nothing.read.household;
  const alike = found.flatMap((one, at) => (one.length === 0 ? [] : [{ at, alike: one }]));
  if (alike.length > 0) return { ...nothing, outcome: "alike", alike };
  const own = { sets: changedFields({}, values), base: 0 };
  const planned = people.map((person, at) => ({ at, base: 0, sets: changedFields({}, person.values) }));
  return { ...nothing, outcome: "new", own, people: planned };
}

/** The first one found says which household it is; others in another one contradict, and so does another name. */
function conflictOf(of: {
  values: Values;
  at: number;
  place: KnownPlace | undefined;
  target: KnownHousehold;
  taken: ReadonlySet<string>;
}): PersonConflict[] {
  const { values, at, place, target, taken } = of;
  if (place === undefined) return [];
  const known = place.household.people.find(({ id }) => id === place.person);
  const [listed, before] = [textOf(values, name), textOf(known?.values ?? {}, name)];
  const where = { at, household: place.household.id, person: place.person };
  if (place.household.id !== target.id) return [{ ...where, why: "otherHousehold" }];
  if (target.isElsewhere) return [{ ...where, why: "keptElsewhere" }];
  if (taken.has(target.id)) return [{ ...where, why: "householdTwice" }];
  return listed !== "" && before !== "" && listed !== before ? [{ ...where, why: "otherName" }] : [];
}

/** Somebody of the household without a known number: by name and birth, where one alone fits and no number says otherwise. */
function findNamed(
  { values }: PersonValues,
  target: KnownHousehold,
  found: readonly (KnownPlace | undefined)[],
): KnownFile | undefined {
  const taken = new Set(found.map((place) => place?.person));
  const fitting = target.people.filter(
    (person) =>
      !taken.has(person.id) &&
      [name, birth].every((field) => isOneText(values, person.values, field)) &&
      textOf(person.values, name) !== "" &&
      mayBeEqual(values, person.values, identityNumber),
  );
  return fitting.length === 1 ? fitting[0] : undefined;
}

function changeOf(of: {
  person: PersonValues;
  at: number;
  id: string | undefined;
  target: KnownHousehold;
}): PlannedPerson[] {
  const { person, at, id, target } = of;
  const known = target.people.find((one) => one.id === id);
  if (known === undefined) return [{ at, base: 0, sets: changedFields({}, person.values) }];
  const sets = setsOf(known, person.values);
  return sets === undefined ? [] : [{ at, person: known.id, ...sets }];
}

function setsOf(known: KnownFile, listed: Values): PlannedSets | undefined {
  const sets = changedFields(known.values, { ...known.values, ...listed });
  return Object.keys(sets).length === 0 ? undefined : { sets, base: known.version };
}

function isOneText(one: Values, other: Values, field: string): boolean {
  return textOf(one, field) === textOf(other, field);
}

function mayBeEqual(one: Values, other: Values, field: string): boolean {
  return textOf(one, field) === "" || textOf(other, field) === "" || isOneText(one, other, field);
}

function textOf(values: Values, field: string): string {
  const value = values[field];
  return typeof value === "string" ? value : "";
}
