import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { planOf } from "../changes/plan-of.ts";
import { proposalEnded } from "../events/proposals.ts";
import type { Outcome } from "../schema.ts";
import { type ProposalRow, proposalTable } from "../tables.ts";
import { releaseEvents } from "./freeze-target.ts";
import { tally } from "./tally.ts";

interface Open {
  readonly proposal: string;
  /** As it is after what is happening now. */
  readonly row: ProposalRow;
}

type Asking = Pick<CommandContext, "state" | "chain" | "moment">;

/** What follows from a vote or a consent: nothing yet, the change itself, or the end. */
export function settle({ state, chain, moment }: Asking, open: Open): readonly Event[] {
  const { proposal, row } = open;
  const standing = tally(row);
  if (standing === "failed") return endEvents(state, open, "rejected");
  if (standing === "open" || row.consents.length > 0) return [];
  const plan = planOf(row.change, chain);
  if (plan.findRefusal(state, moment) !== undefined) return endEvents(state, open, "void");
  const rivals = state
    .table(proposalTable)
    .entries()
    .filter(([other, { subject }]) => subject === row.subject && other !== proposal);
  return [
    ...plan.events(state, moment),
    ...rivals.map(([rival]) => proposalEnded({ proposal: rival, outcome: "baseChanged" })),
    // Last: the audit trail's sentence names what the last event names.
    proposalEnded({ proposal, outcome: "applied" }),
  ];
}

/** The end of a proposal that is not applied. What was only stopped until the vote moves again. */
export function endEvents(
  state: State,
  { proposal, row }: Open,
  outcome: Exclude<Outcome, "applied" | "withdrawn">,
): readonly Event[] {
  const ended = proposalEnded({ proposal, outcome });
  if (row.change.kind !== "confirmFreeze") return [ended];
  const how = outcome === "rejected" ? "rejected" : "lapsed";
  return [ended, ...releaseEvents(state, { target: row.change.target, how })];
}
