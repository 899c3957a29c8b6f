import { parameterTable } from "@mingbai/ledger/authority/parameter";
import { defineEvent } from "@mingbai/ledger/definition/event";

/** Members have voted a number of the ledger's policy. */
export const parameterSet = defineEvent<{ name: string; value: number }>(
  "governance.parameterSet",
  (state, { name, value }) => state.table(parameterTable).set(name, { value }),
);
