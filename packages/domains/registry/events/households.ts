import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { type HouseholdEnding, householdTable } from "../tables.ts";
import { householdOf } from "./rows.ts";

/** A file ended; what it says stays until it is erased. `into`: the household that everyone went over to. */
export const householdEnded = defineEvent<{
  household: Number64;
  because: HouseholdEnding;
  by: Number64;
  into?: Number64;
  words?: string;
}>("registry.householdEnded", (state, { household, because }) => {
  state.table(householdTable).set(household, { ...householdOf(state, household), ended: because });
});

export const householdReopened = defineEvent<{ household: Number64; by: Number64; words?: string }>(
  "registry.householdReopened",
  (state, { household }) => {
    const { ended: _, ...row } = householdOf(state, household);
    state.table(householdTable).set(household, row);
  },
);

export const responsibleAssigned = defineEvent<{ households: Number64[]; account: Number64; by: Number64 }>(
  "registry.responsibleAssigned",
  (state, { households, account }) => {
    for (const household of households)
      state.table(householdTable).set(household, { ...householdOf(state, household), responsible: account });
  },
);
