import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { consented } from "../events/proposals.ts";
import { getOpenProposal } from "../laws/get-proposal.ts";
import { settle } from "../laws/settle.ts";
import { refuse } from "../refusals.ts";
import { Accept } from "../schema.ts";

/** The organisation that a proposal would make a member agrees to be one. */
export const accept = defineCommand("governance.accept", {
  schema: Accept,
  allow: [role("administrator")],
  title: { en: "Agree to become a member", zh: "同意加入" },
  audit: { en: "agreed to what proposal {proposal} asks of the own organisation", zh: "代表本机构同意提案 {proposal}" },
  execute(context, { proposal }) {
    const { state, actor } = context;
    const row = getOpenProposal(state, proposal);
    if (isRefusal(row)) return row;
    const { organisation } = actor;
    if (!row.consents.includes(organisation)) return refuse("NOT_AWAITED", { organisation });
    const after = { ...row, consents: row.consents.filter((one) => one !== organisation) };
    return [
      consented({ proposal, consents: [organisation], by: actor.account }),
      ...settle(context, { proposal, row: after }),
    ];
  },
});
