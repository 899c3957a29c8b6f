import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { householdTable, personTable } from "../tables.ts";

/** A file was begun: of a household, and of each person in it. `content`: commitments to the first parts. */
export const householdOpened = defineEvent<{
  household: Number64;
  area: string;
  keeper: string;
  content: string;
  people: { subject: string; content: string }[];
  by: Number64;
  import?: Number64;
}>("registry.householdOpened", (state, { household, area, keeper, people, import: from }) => {
  state.table(householdTable).set(household, {
    keeper,
    area,
    version: 1,
    people: people.map(({ subject }) => subject),
    ...(from !== undefined && { import: from }),
  });
  for (const { subject } of people) state.table(personTable).set(subject, { household, version: 1 });
});
