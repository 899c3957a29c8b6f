import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import type { Rule } from "../schema/rules.ts";
import type { Choice, Outcome, VotedChange } from "../schema.ts";
import { baseTable, endedTable, type ProposalRow, proposalTable } from "../tables.ts";

/** A proposal is open from now on. `before`: how the thing is that it would change. `words`: commitment to why. */
export const proposed = defineEvent<{
  proposal: string;
  change: VotedChange;
  before: CanonicalObject;
  subject: string;
  rule: Rule;
  voters: readonly string[];
  needed: number;
  consents: readonly string[];
  by: string;
  organisation: string;
  deadlineMs: number;
  words: string;
}>("governance.proposed", (state, { proposal, before: _inTheLogOnly, words: _there, ...row }) => {
  state.table(proposalTable).set(proposal, { ...row, votes: [] });
});

/** `voter`: the organisation or the account that has a vote; `by`: whose signature it is. */
export const voted = defineEvent<{ proposal: string; voter: string; by: string; choice: Choice }>(
  "governance.voted",
  (state, { proposal, voter, choice }) => {
    const row = getProposal(state, proposal);
    state.table(proposalTable).set(proposal, { ...row, votes: [...row.votes, { voter, choice }] });
  },
);

/** What had to say yes besides the votes has said so. */
export const consented = defineEvent<{ proposal: string; consents: readonly string[]; by: string }>(
  "governance.consented",
  (state, { proposal, consents }) => {
    const row = getProposal(state, proposal);
    const left = row.consents.filter((one) => !consents.includes(one));
    state.table(proposalTable).set(proposal, { ...row, consents: left });
  },
);

/** The proposal is over; one that was applied gives its subject the next base. */
export const proposalEnded = defineEvent<{ proposal: string; outcome: Outcome }>(
  "governance.proposalEnded",
  (state, { proposal, outcome }) => {
    const { subject } = getProposal(state, proposal);
    state.table(proposalTable).delete(proposal);
    state.table(endedTable).set(proposal, { outcome, subject });
    if (outcome !== "applied") return;
    state.table(baseTable).set(subject, { count: (state.table(baseTable).find(subject)?.count ?? 0) + 1 });
  },
);

/** The row of a proposal that a command has found before. Throws where it is not open. */
function getProposal(state: State, proposal: string): ProposalRow {
  const row = state.table(proposalTable).find(proposal);
  if (row === undefined) throw new Error(`proposal ${proposal} is not open`);
  return row;
}
