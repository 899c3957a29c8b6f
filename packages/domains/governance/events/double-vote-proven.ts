import { defineEvent } from "@mingbai/ledger/definition/event";
import { doubleVoteTable } from "../tables.ts";

/** A member's consensus key voted for two blocks at one height. Members decide by vote what follows from it. */
export const doubleVoteProven = defineEvent<{ organisation: string; votedHeight: number }>(
  "governance.doubleVoteProven",
  (state, { organisation, votedHeight }, { height }) =>
    state.table(doubleVoteTable).set(doubleVoteKey(organisation, votedHeight), { provenHeight: height }),
);

/** What double votes are known by. */
export function doubleVoteKey(organisation: string, votedHeight: number): string {
  return `${organisation}/${votedHeight}`;
}
