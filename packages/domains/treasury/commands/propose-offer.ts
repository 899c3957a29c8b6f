import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findAudienceRefusal, findOfferingRefusal } from "../checks/offer.ts";
import { offerProposed } from "../events/offers.ts";
import { ProposeOffer } from "../schema/offers.ts";

/** An office wants to hand out vouchers; others of it approve, as they do a list of payments. */
export const proposeOffer = defineCommand("treasury.proposeOffer", {
  schema: ProposeOffer,
  allow: [role("projectManager"), role("operator")],
  title: { en: "Propose an offer of vouchers", zh: "提出消费券活动" },
  audit: {
    en: "proposed vouchers of {each:money} for {count} people",
    zh: "提出给 {count} 人每人发 {each:money} 消费券",
  },
  execute(context, { from, ...wanted }) {
    const { state, actor, id } = context;
    const { holder: office, fund, tranche: source } = from;
    const refusal =
      findOfferingRefusal(context, { from, ...wanted }) ?? findAudienceRefusal(state, { office, ...wanted });
    return refusal ?? [offerProposed({ offer: id, proposer: actor.account, office, fund, source, ...wanted })];
  },
});
