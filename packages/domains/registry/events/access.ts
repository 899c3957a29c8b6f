import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { FieldClass } from "../content/form/definition.ts";
import type { Purpose } from "../schema.ts";
import { grantKey, grantTable } from "../tables.ts";

/** Somebody opens files, and says what for. It changes nothing but what everybody can see of it. */
export const filesOpened = defineEvent<{
  households: Number64[];
  purpose: Purpose;
  organisation: string;
  by: Number64;
}>("registry.filesOpened", () => undefined);

export const accessRequested = defineEvent<{
  household: Number64;
  organisation: string;
  purpose: Purpose;
  classes: FieldClass[];
  untilMs: number;
  by: Number64;
  words?: string;
}>("registry.accessRequested", (state, { household, organisation, purpose, classes, untilMs }) => {
  state.table(grantTable).set(grantKey(household, organisation), { purpose, classes, untilMs });
});

export const accessGranted = defineEvent<{
  household: Number64;
  organisation: string;
  by: Number64;
  witness?: Number64;
  /** How the village made sure who agreed, a text about the household. */
  proof?: string;
}>("registry.accessGranted", (state, { household, organisation }, { timeMs }) => {
  const key = grantKey(household, organisation);
  const asked = state.table(grantTable).find(key);
  if (asked === undefined) throw new Error(`nobody asked for ${key}`);
  state.table(grantTable).set(key, { ...asked, fromMs: timeMs });
});

/** Given or asked for: it is over. */
export const accessRevoked = defineEvent<{ household: Number64; organisation: string; by: Number64 }>(
  "registry.accessRevoked",
  (state, { household, organisation }) => state.table(grantTable).delete(grantKey(household, organisation)),
);
