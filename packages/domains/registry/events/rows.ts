import type { Number64 } from "@mingbai/codec/number64";
import type { State } from "@mingbai/ledger/state/state";
import { type HouseholdRow, householdTable, type PersonRow, personTable } from "../tables.ts";

/** What commands have checked to be there. */
export function householdOf(state: State, household: Number64): HouseholdRow {
  const row = state.table(householdTable).find(household);
  if (row === undefined) throw new Error(`household ${household} does not exist`);
  return row;
}

export function personOf(state: State, person: Number64): PersonRow {
  const row = state.table(personTable).find(person);
  if (row === undefined) throw new Error(`person ${person} does not exist`);
  return row;
}

/** The subject's file has come to a version. */
export function setVersion(state: State, subject: Number64, version: number): void {
  const household = state.table(householdTable).find(subject);
  if (household !== undefined) state.table(householdTable).set(subject, { ...household, version });
  else state.table(personTable).set(subject, { ...personOf(state, subject), version });
}

/** People go from one household to another. */
export function movePeople(
  state: State,
  { from, to, people }: { from: Number64; to: Number64; people: readonly Number64[] },
): void {
  const [left, joined] = [householdOf(state, from), householdOf(state, to)];
  const staying = left.people.filter((person) => !people.includes(person));
  state.table(householdTable).set(from, { ...left, people: staying, hasMoves: true });
  state.table(householdTable).set(to, { ...joined, people: [...joined.people, ...people], hasMoves: true });
  for (const person of people) state.table(personTable).set(person, { ...personOf(state, person), household: to });
}
