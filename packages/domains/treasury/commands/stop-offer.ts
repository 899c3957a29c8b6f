import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findAccountRefusal } from "../checks/account.ts";
import { actsFor } from "../checks/acts-for.ts";
import { findOffer, trancheOf } from "../checks/offer.ts";
import { findExpiredRefusal, findFrozenRefusal } from "../checks/tranche.ts";
import { offerStopped, offerWithdrawn } from "../events/offers.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { refuse } from "../refusals.ts";
import { StopOffer } from "../schema/offers.ts";

/**
 * Nobody can take the offer any more, and what nobody took is the office's again. What people hold they may spend until
 * the end: it was promised to them. An offer that waits for approval is withdrawn.
 */
export const stopOffer = defineCommand("treasury.stopOffer", {
  schema: StopOffer,
  allow: [role("projectManager"), role("operator"), role("financeSupervisor"), role("approver")],
  title: { en: "Stop an offer of vouchers", zh: "停止消费券活动" },
  audit: { en: "stopped offer {offer}", zh: "停止了消费券活动 {offer}" },
  execute(context, { offer }) {
    const { state } = context;
    const row = findOffer(state, offer);
    if (isRefusal(row)) return row;
    const { office: holder, fund, source: toTranche, untilMs } = row;
    if (!actsFor(context, holder)) return refuse("NOT_HOLDER", { holder });
    if (row.state === "proposed") return [offerWithdrawn({ offer })];
    if (row.state !== "open") return refuse("OFFER_NOT_OPEN", { state: row.state });
    const tranche = trancheOf(row);
    if (findExpiredRefusal(state, tranche) !== undefined) return refuse("OFFER_OVER", { untilMs });
    const stands =
      findAccountRefusal(state, holder) ?? findFrozenRefusal(state, tranche) ?? findFrozenRefusal(state, toTranche);
    if (stands !== undefined) return stands;
    const amount = state.store(moneyStore).get({ account: holder, tranche, part: "free" });
    return [offerStopped({ offer, holder, fund, tranche, amount, to: holder, toTranche })];
  },
});
