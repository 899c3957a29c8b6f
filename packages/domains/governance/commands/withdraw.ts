import { isOffice, role, roles } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { proposalEnded } from "../events/proposals.ts";
import { getOpenProposal } from "../laws/get-proposal.ts";
import { refuse } from "../refusals.ts";
import { Withdraw } from "../schema.ts";

/** Who proposed, or an administrator of the same organisation, takes a proposal back. */
export const withdraw = defineCommand("governance.withdraw", {
  schema: Withdraw,
  allow: roles.filter(isOffice).map(role),
  title: { en: "Take a proposal back", zh: "撤回提案" },
  audit: { en: "took proposal {proposal} back", zh: "撤回了提案 {proposal}" },
  execute({ state, actor }, { proposal }) {
    const row = getOpenProposal(state, proposal);
    if (isRefusal(row)) return row;
    if (row.change.kind === "confirmFreeze") return refuse("FREEZE_NOT_WITHDRAWN");
    const { organisation } = row;
    const administers = actor.organisation === organisation && actor.roles.includes("administrator");
    if (row.by !== actor.account && !administers) return refuse("NOT_YOUR_PROPOSAL", { organisation });
    return [proposalEnded({ proposal, outcome: "withdrawn" })];
  },
});
