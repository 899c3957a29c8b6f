import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { refuse } from "../refusals.ts";
import { endedTable, type ProposalRow, proposalTable } from "../tables.ts";

/** The proposal where it is open, or why nothing can be done with it. */
export function getOpenProposal(state: State, proposal: string): ProposalRow | Refusal {
  const row = state.table(proposalTable).find(proposal);
  if (row !== undefined) return row;
  const ended = state.table(endedTable).find(proposal);
  if (ended === undefined) return refuse("PROPOSAL_UNKNOWN", { proposal });
  const { outcome, subject } = ended;
  return outcome === "baseChanged" ? refuse("BASE_CHANGED", { subject }) : refuse("PROPOSAL_CLOSED", { outcome });
}
