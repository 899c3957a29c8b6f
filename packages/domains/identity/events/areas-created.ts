import { defineEvent } from "@mingbai/ledger/definition/event";
import type { AreaLevel } from "../schema.ts";
import { areaTable } from "../tables.ts";

type CreatedArea = {
  readonly area: string;
  readonly level: AreaLevel;
  readonly name: { readonly en: string; readonly zh: string };
  readonly parent?: string;
};

export const areasCreated = defineEvent<{ areas: readonly CreatedArea[] }>(
  "identity.areasCreated",
  (state, { areas }) => {
    for (const { area, ...row } of areas) state.table(areaTable).set(area, row);
  },
);
