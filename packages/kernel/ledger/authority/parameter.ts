import type { State } from "../state/state.ts";
import { defineTable } from "../state/table.ts";

/** Values that members have voted, by name; what nobody has voted on stands in the code beside its use. */
export const parameterTable = defineTable<{ readonly value: number }>("ledger.parameters");

/** The voted value of a parameter, an integer in the unit that its name says; undefined where none was voted. */
export function findParameter(state: State, name: string): number | undefined {
  return state.table(parameterTable).find(name)?.value;
}
