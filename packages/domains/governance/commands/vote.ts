import { isOffice, role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { voted } from "../events/proposals.ts";
import { getOpenProposal } from "../laws/get-proposal.ts";
import { settle } from "../laws/settle.ts";
import { voterOf } from "../laws/voters.ts";
import { refuse } from "../refusals.ts";
import { Vote } from "../schema.ts";

/**
 * For or against. Once the outcome is certain the proposal ends with this vote, and what was voted for happens in the same
 * transaction. Who may is decided by the proposal's rule: any office may be named there.
 */
export const vote = defineCommand("governance.vote", {
  schema: Vote,
  allow: roles.filter(isOffice).map(role),
  title: { en: "Vote", zh: "表决" },
  audit: { en: "voted {choice} on proposal {proposal}", zh: "对提案 {proposal} 投了票：{choice}" },
  execute(context, { proposal, choice }) {
    const { state, actor } = context;
    const row = getOpenProposal(state, proposal);
    if (isRefusal(row)) return row;
    const { account } = actor;
    const { level } = row.rule;
    const voter = voterOf(state, level, actor);
    if (row.by === account) return refuse("OWN_MOTION");
    if (voter === undefined || !row.voters.includes(voter)) return refuse("NOT_A_VOTER", { level: level.kind });
    const earlier = row.votes.find((one) => one.voter === voter);
    if (earlier !== undefined) return refuse("VOTED", { voter, choice: earlier.choice });
    const after = { ...row, votes: [...row.votes, { voter, choice }] };
    return [voted({ proposal, voter, by: account, choice }), ...settle(context, { proposal, row: after })];
  },
});
