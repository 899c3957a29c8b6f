import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { findMembers } from "../reads.ts";
import { memberTable } from "../tables.ts";

/** The organisations that a ledger is founded with have a vote each. */
export const membersFounded = defineEvent<{ organisations: readonly string[] }>(
  "governance.membersFounded",
  (state, { organisations }, { timeMs }) => setMembers(state, organisations, timeMs),
);

/** The organisation has a vote on what is proposed from now on. */
export const memberAdmitted = defineEvent<{ organisation: string }>(
  "governance.memberAdmitted",
  (state, { organisation }, { timeMs }) => setMembers(state, [...findMembers(state), organisation], timeMs),
);

/** The organisation has no vote any more, on what is open either. */
export const memberRemoved = defineEvent<{ organisation: string }>(
  "governance.memberRemoved",
  (state, { organisation }, { timeMs }) => {
    setMembers(state, findMembers(state), timeMs);
    state.table(memberTable).delete(organisation);
  },
);

/** Writes down who is a member, also of a ledger on which that followed from its roster until now. */
function setMembers(state: State, organisations: readonly string[], timeMs: number): void {
  const members = state.table(memberTable);
  for (const one of organisations) if (members.find(one) === undefined) members.set(one, { fromMs: timeMs });
}
