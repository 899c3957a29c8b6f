import { role } from "@mingbai/ledger/authority/role";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import type { Event } from "@mingbai/ledger/definition/event";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { findAccountRefusal } from "../checks/account.ts";
import { actsFor } from "../checks/acts-for.ts";
import { findOffer, findTwice } from "../checks/offer.ts";
import { returnTrancheFor } from "../checks/return-tranche.ts";
import { findExpiredRefusal, findFrozenRefusal } from "../checks/tranche.ts";
import { offerCollected } from "../events/offers.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { type OfferRow, takingKey, takingTable } from "../offers/tables.ts";
import { refuse } from "../refusals.ts";
import { CollectOffer } from "../schema/offers.ts";

/**
 * After an offer's end: what nobody took, and what the takers named did not spend, goes back to where the offer came
 * from; if that has expired by now, to the fund's office, as expired money does.
 */
export const collectOffer = defineCommand("treasury.collectOffer", {
  schema: CollectOffer,
  allow: [role("projectManager"), role("operator"), role("financeSupervisor")],
  title: { en: "Take back what was not spent", zh: "收回没用完的消费券" },
  audit: { en: "collected what was left of offer {offer}", zh: "收回了消费券活动 {offer} 没用完的钱" },
  execute(context, { offer, takers }) {
    const { state } = context;
    const row = findOffer(state, offer);
    if (isRefusal(row)) return row;
    const { office: holder, fund, tranche, untilMs } = row;
    if (!actsFor(context, holder)) return refuse("NOT_HOLDER", { holder });
    if (tranche === undefined) return refuse("OFFER_NOT_OPEN", { state: row.state });
    if (findExpiredRefusal(state, tranche) === undefined) return refuse("OFFER_NOT_OVER", { untilMs });
    const stands = findFrozenRefusal(state, tranche) ?? findTwice(takers) ?? findTakersRefusal(context, offer, takers);
    if (stands !== undefined) return stands;
    const leftOf = (account: string) => state.store(moneyStore).get({ account, tranche, part: "free" });
    const untaken = leftOf(holder);
    const left = takers.map((account) => ({ account, amount: leftOf(account) })).filter(({ amount }) => amount > 0);
    const amount = left.reduce((sum, one) => sum + one.amount, untaken);
    if (amount === 0) return refuse("NOTHING_TO_COLLECT");
    const back = findWayBack(context, row);
    if (isRefusal(back)) return back;
    const { to, toTranche, events } = back;
    return [...events, offerCollected({ offer, holder, fund, tranche, untaken, takers: left, amount, to, toTranche })];
  },
});

function findTakersRefusal({ state }: CommandContext, offer: string, takers: readonly string[]): Refusal | undefined {
  for (const account of takers) {
    if (state.table(takingTable).find(takingKey({ offer, account })) === undefined) {
      return refuse("OFFER_NOT_TAKEN", { account });
    }
    const refusal = findAccountRefusal(state, account);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** The office's money in the source tranche; once that has expired, the tranche that stands for it. */
function findWayBack(
  context: CommandContext,
  { office, fund, source }: OfferRow,
): Refusal | { to: string; toTranche: number; events: Event[] } {
  const { state } = context;
  const stands = findFrozenRefusal(state, source);
  if (stands !== undefined) return stands;
  const isAlive = findExpiredRefusal(state, source) === undefined;
  const back = isAlive
    ? { to: office, toTranche: source, events: [] }
    : returnTrancheFor(context, { fund, tranche: source });
  return isRefusal(back) ? back : (findAccountRefusal(state, back.to) ?? back);
}
