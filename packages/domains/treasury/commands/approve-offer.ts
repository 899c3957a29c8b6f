import { findApprovalRefusal } from "@mingbai/identity/reads/find-approval-refusal";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { actsFor } from "../checks/acts-for.ts";
import { approvalsNeeded } from "../checks/approvals.ts";
import { findOffer, findOfferingRefusal } from "../checks/offer.ts";
import { nextTranche } from "../checks/tranche.ts";
import { offerApproved, offerOpened } from "../events/offers.ts";
import { trancheOpened } from "../events/tranche-opened.ts";
import { refuse } from "../refusals.ts";
import { ApproveOffer } from "../schema/offers.ts";

/**
 * One approval by someone other than the proposer and those who approved before, as many as a manifest of the fund needs.
 * An offer's id is the identity of the proposing transaction: approving it signs every byte of it. With the last one the
 * whole sum is set aside, in a tranche that lives as long as the offer.
 */
export const approveOffer = defineCommand("treasury.approveOffer", {
  schema: ApproveOffer,
  allow: [role("financeSupervisor"), role("approver")],
  title: { en: "Approve an offer of vouchers", zh: "批准消费券活动" },
  audit: { en: "approved offer {offer}", zh: "批准了消费券活动 {offer}" },
  execute(context, { offer }) {
    const { state, actor } = context;
    const row = findOffer(state, offer);
    if (isRefusal(row)) return row;
    const { office: holder, fund, source: tranche, each, count, untilMs } = row;
    if (!actsFor(context, holder)) return refuse("NOT_HOLDER", { holder });
    if (row.state !== "proposed") return refuse("OFFER_NOT_PROPOSED", { state: row.state });
    if (row.proposer === actor.account) return refuse("OWN_PROPOSAL");
    if (row.approvedBy.includes(actor.account)) return refuse("APPROVED_BY_YOU");
    const from = { holder, fund, tranche };
    const refusal = findApprovalRefusal(context, each * count) ?? findOfferingRefusal(context, { ...row, from });
    if (refusal !== undefined) return refusal;
    const approvals = row.approvedBy.length + 1;
    const approved = offerApproved({ offer, approver: actor.account, approvals });
    if (approvals < approvalsNeeded(state, fund)) return [approved];
    const toTranche = nextTranche(state);
    if (typeof toTranche !== "number") return toTranche;
    return [
      approved,
      trancheOpened({ tranche: toTranche, fund, source: "offer", owner: holder, parent: tranche, expiryMs: untilMs }),
      offerOpened({ offer, ...from, amount: each * count, to: holder, toTranche }),
    ];
  },
});
