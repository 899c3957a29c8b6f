import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { isRefusal } from "@mingbai/ledger/refusal";
import { findAccountKind, findAccountRefusal } from "../checks/account.ts";
import { findOffer, isFor, trancheOf } from "../checks/offer.ts";
import { findExpiredRefusal, findFrozenRefusal } from "../checks/tranche.ts";
import { offerTaken } from "../events/offers.ts";
import { takingKey, takingTable } from "../offers/tables.ts";
import { refuse } from "../refusals.ts";
import { TakeOffer } from "../schema/offers.ts";

/** A person takes their part of an offer, once. One person is one account: who has two was registered twice. */
export const takeOffer = defineCommand("treasury.takeOffer", {
  schema: TakeOffer,
  allow: [role("individual")],
  title: { en: "Take vouchers", zh: "领取消费券" },
  audit: { en: "took vouchers of offer {offer}", zh: "领取了消费券 {offer}" },
  execute(context, { offer }) {
    const { state, actor, moment } = context;
    const { account } = actor;
    const row = findOffer(state, offer);
    if (isRefusal(row)) return row;
    if (row.state !== "open") return refuse("OFFER_NOT_OPEN", { state: row.state });
    const tranche = trancheOf(row);
    const { office, fund, each: amount, count, fromMs, untilMs } = row;
    if (moment.timeMs < fromMs) return refuse("OFFER_NOT_BEGUN", { fromMs });
    if (findExpiredRefusal(state, tranche) !== undefined) return refuse("OFFER_OVER", { untilMs });
    const stands = findAccountRefusal(state, account) ?? findFrozenRefusal(state, tranche);
    if (stands !== undefined) return stands;
    if (findAccountKind(state, account) !== "person") return refuse("NOT_A_PERSON", { account });
    if (!isFor(context, row, actor)) return refuse("OFFER_NOT_FOR_YOU");
    if (state.table(takingTable).find(takingKey({ offer, account })) !== undefined) return refuse("OFFER_TAKEN");
    if (row.taken >= count) return refuse("OFFER_USED_UP", { count });
    return findAccountRefusal(state, office) ?? [offerTaken({ offer, office, holder: account, fund, tranche, amount })];
  },
});
