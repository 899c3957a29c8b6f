import { defineEvent } from "@mingbai/ledger/definition/event";
import { handOver } from "@mingbai/ledger/genesis/era";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";

/** The block in hand is the last that one organisation orders; these members go on from the next height. */
export const handedOver = defineEvent<{ epoch: number; members: readonly RosterMember[] }>(
  "governance.handedOver",
  (state, roster, moment) => handOver(state, roster, moment),
);
