import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { arrivals, departures } from "../schema.ts";
import { householdTable, personOfAccountTable, personTable } from "../tables.ts";
import { householdOf, movePeople, personOf } from "./rows.ts";

/** People came into a household: their files begin. */
export const peopleAdded = defineEvent<{
  household: Number64;
  because: (typeof arrivals)[number];
  people: { subject: string; content: string }[];
  by: Number64;
}>("registry.peopleAdded", (state, { household, people }) => {
  const row = householdOf(state, household);
  const numbers = people.map(({ subject }) => subject);
  state.table(householdTable).set(household, { ...row, people: [...row.people, ...numbers], hasMoves: true });
  for (const person of numbers) state.table(personTable).set(person, { household, version: 1 });
});

export const peopleMoved = defineEvent<{ from: Number64; to: Number64; people: Number64[]; by: Number64 }>(
  "registry.peopleMoved",
  movePeople,
);

/** Somebody is in no household any more: they died, went away, or never were there. Their file stays. */
export const personEnded = defineEvent<{ person: Number64; because: (typeof departures)[number]; by: Number64 }>(
  "registry.personEnded",
  (state, { person, because }) => {
    const row = personOf(state, person);
    const home = householdOf(state, row.household);
    const people = home.people.filter((one) => one !== person);
    state.table(householdTable).set(row.household, { ...home, people, hasMoves: true });
    state.table(personTable).set(person, { ...row, ended: because });
  },
);

export const accountBound = defineEvent<{
  person: Number64;
  account: Number64;
  witness: Number64;
  by: Number64;
  /** How the village made sure who it is, a text about the person. */
  proof?: string;
}>("registry.accountBound", (state, { person, account }) => {
  state.table(personTable).set(person, { ...personOf(state, person), account });
  state.table(personOfAccountTable).set(account, { person });
});
