import { role } from "@mingbai/ledger/authority/role";
import { localDay } from "@mingbai/ledger/calendar/local-days";
import { type CommandContext, defineCommand } from "@mingbai/ledger/definition/command";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import type { z } from "zod";
import { findAccountRefusal } from "../checks/account.ts";
import { actsFor } from "../checks/acts-for.ts";
import { findOffer, mayTakeIn, trancheOf } from "../checks/offer.ts";
import { findExpiredRefusal, findFrozenRefusal } from "../checks/tranche.ts";
import { spent } from "../events/offers.ts";
import { moneyStore } from "../money-store/money-store.ts";
import { type OfferRow, type TakingRow, takingKey, takingTable } from "../offers/tables.ts";
import { refuse } from "../refusals.ts";
import { Spend } from "../schema/offers.ts";

/**
 * A person pays a registered merchant with vouchers, within what they hold and within the day's limit. The money goes
 * back into the tranche that the offer came from, so that it does not expire with the offer; the merchant redeems it as
 * every supplier does.
 */
export const spend = defineCommand("treasury.spend", {
  schema: Spend,
  allow: [role("individual")],
  title: { en: "Pay with vouchers", zh: "用消费券付款" },
  audit: { en: "spent {amount:money} of vouchers with {merchant}", zh: "在商户 {merchant} 用了 {amount:money} 消费券" },
  execute(context, { offer, merchant, amount, reference }) {
    const { state, actor, moment } = context;
    const row = findOffer(state, offer);
    if (isRefusal(row)) return row;
    const payer = actor.account;
    const taking = state.table(takingTable).find(takingKey({ offer, account: payer }));
    const refusal = findOfferStanding(context, row, taking) ?? findMerchantRefusal(context, row, merchant);
    if (refusal !== undefined || taking === undefined) return refusal ?? refuse("OFFER_NOT_TAKEN", { account: payer });
    const day = localDay(getConfiguration(state), moment.timeMs);
    const { fund, source: toTranche } = row;
    return (
      findLimitRefusal(context, row, { taking, day, amount, reference }) ?? [
        spent({ offer, payer, merchant, fund, tranche: trancheOf(row), toTranche, amount, day, reference }),
      ]
    );
  },
});

/** Why nothing of this offer can be spent by the actor now. */
function findOfferStanding(
  { state, actor, moment }: CommandContext,
  row: OfferRow,
  taking: TakingRow | undefined,
): Refusal | undefined {
  const { tranche, fromMs, untilMs, source } = row;
  if (tranche === undefined) return refuse("OFFER_NOT_OPEN", { state: row.state });
  if (moment.timeMs < fromMs) return refuse("OFFER_NOT_BEGUN", { fromMs });
  if (taking === undefined) return refuse("OFFER_NOT_TAKEN", { account: actor.account });
  if (findExpiredRefusal(state, tranche) !== undefined) return refuse("OFFER_OVER", { untilMs });
  return (
    findAccountRefusal(state, actor.account) ?? findFrozenRefusal(state, tranche) ?? findFrozenRefusal(state, source)
  );
}

function findMerchantRefusal(context: CommandContext, row: OfferRow, merchant: string): Refusal | undefined {
  if (actsFor(context, merchant)) return refuse("OWN_MERCHANT");
  if (!mayTakeIn(context.state, row, merchant)) return refuse("NOT_A_MERCHANT", { merchant });
  return findAccountRefusal(context.state, merchant);
}

function findLimitRefusal(
  { state, actor }: CommandContext,
  row: OfferRow,
  {
    taking,
    day,
    amount,
    reference,
  }: { taking: TakingRow; day: number } & Pick<z.infer<typeof Spend>, "amount" | "reference">,
): Refusal | undefined {
  if (taking.reference === reference) return refuse("SPENT_ALREADY");
  const holds = state.store(moneyStore).get({ account: actor.account, tranche: trancheOf(row), part: "free" });
  if (amount > holds) return refuse("OFFER_SHORT", { holds, needs: amount });
  const { perDay } = row;
  const left = Math.max(0, perDay - (taking.day === day ? taking.spentThatDay : 0));
  return amount > left ? refuse("DAY_LIMIT", { perDay, left, needs: amount }) : undefined;
}
