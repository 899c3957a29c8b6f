import { defineEvent } from "@mingbai/ledger/definition/event";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";
import { setNextRoster } from "@mingbai/ledger/genesis/rosters";

/** Who keeps the ledger from this height on. */
export const rosterSet = defineEvent<{ epoch: number; members: readonly RosterMember[]; fromHeight: number }>(
  "governance.rosterSet",
  (state, { fromHeight, ...roster }) => setNextRoster(state, roster, fromHeight),
);
