import { defineEvent } from "@mingbai/ledger/definition/event";
import { handOver } from "@mingbai/ledger/genesis/era";
import type { RosterMember } from "@mingbai/ledger/genesis/roster";

/** The ledger goes over to these members. */
export const sampleHandedOver = defineEvent<{ epoch: number; members: readonly RosterMember[] }>(
  "sample.handedOver",
  (state, roster, moment) => handOver(state, roster, moment),
);
