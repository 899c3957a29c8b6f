import { amountMax } from "@mingbai/codec/money";
import { isArea } from "@mingbai/identity/reads/is-area";
import { isResident } from "@mingbai/identity/reads/is-resident";
import { isWithin } from "@mingbai/identity/reads/is-within";
import { isOrganisation } from "@mingbai/identity/reads/organisation";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { State } from "@mingbai/ledger/state/state";
import { moneyStore } from "../money-store/money-store.ts";
import { merchantKey, merchantTable, type OfferRow, offerTable } from "../offers/tables.ts";
import { refuse } from "../refusals.ts";
import { type Merchants, settlementMsMin, type Takers } from "../schema/offers.ts";
import { ownerTable } from "../tables.ts";
import { findOfficeRefusal } from "./account.ts";
import { findFromRefusal } from "./from.ts";

/** An offer by its id, or that there is none. */
export function findOffer(state: State, offer: string): OfferRow | Refusal {
  return state.table(offerTable).find(offer) ?? refuse("OFFER_UNKNOWN");
}

/** What is wanted of an offer, as it is proposed and as it is judged again when it opens. */
export interface WantedOffer {
  readonly from: { readonly holder: string; readonly fund: number; readonly tranche: number };
  readonly each: number;
  readonly count: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Why this money cannot be offered now: as all money that is taken, then the account, the sum, the times. */
export function findOfferingRefusal(context: CommandContext, wanted: WantedOffer): Refusal | undefined {
  const { from, each, count, fromMs, untilMs } = wanted;
  if (each > Math.floor(amountMax / count)) return refuse("TOTAL_TOO_LARGE");
  const refusal =
    findFromRefusal(context, { from, amount: each * count }) ?? findOfficeRefusal(context.state, from.holder);
  if (refusal !== undefined) return refusal;
  if (untilMs <= fromMs || untilMs <= context.moment.timeMs) return refuse("OFFER_TIMES_WRONG");
  const { expiryMs } = context.state.store(moneyStore).getTranche(from.tranche);
  const latestMs = expiryMs - settlementMsMin;
  return expiryMs > 0 && untilMs > latestMs ? refuse("OFFER_ENDS_TOO_LATE", { latestMs }) : undefined;
}

/** Why nobody could be meant by this: an area or organisation that is none, merchants that are not registered. */
export function findAudienceRefusal(
  state: State,
  { office, takers, merchants }: { office: string; takers: Takers; merchants: Merchants },
): Refusal | undefined {
  if (takers.kind === "organisation" && !isOrganisation(state, takers.organisation)) {
    return refuse("OFFER_ORGANISATION_UNKNOWN", { organisation: takers.organisation });
  }
  for (const who of [takers, merchants]) {
    if ("area" in who && !isArea(state, who.area)) return refuse("OFFER_AREA_UNKNOWN", { area: who.area });
  }
  if (merchants.kind !== "listed") return undefined;
  const stranger = merchants.accounts.find((account) => findMerchant(state, { office, account }) === undefined);
  return stranger === undefined ? findTwice(merchants.accounts) : refuse("MERCHANT_UNKNOWN", { account: stranger });
}

/** Why an account stands in a list twice. */
export function findTwice(accounts: readonly string[]): Refusal | undefined {
  const account = accounts.find((one, at) => accounts.indexOf(one) !== at);
  return account === undefined ? undefined : refuse("LISTED_TWICE", { account });
}

/** True where the offer is meant for this account. */
export function isFor(
  { state, moment }: Pick<CommandContext, "state" | "moment">,
  { takers }: OfferRow,
  who: { account: string; organisation: string },
): boolean {
  switch (takers.kind) {
    case "anyone":
      return true;
    case "residents":
      return isResident(state, { account: who.account, area: takers.area }, moment.timeMs);
    case "organisation":
      return who.organisation === takers.organisation;
  }
}

/** True where the offer may be spent with this merchant now: registered by the office's organisation, and meant. */
export function mayTakeIn(state: State, { office, merchants }: OfferRow, account: string): boolean {
  const row = findMerchant(state, { office, account });
  if (row === undefined) return false;
  switch (merchants.kind) {
    case "registered":
      return true;
    case "area":
      return row.area !== undefined && isWithin(state, row.area, merchants.area);
    case "listed":
      return merchants.accounts.includes(account);
  }
}

function findMerchant(state: State, { office, account }: { office: string; account: string }) {
  const organisation = state.table(ownerTable).find(office)?.organisation;
  return organisation === undefined
    ? undefined
    : state.table(merchantTable).find(merchantKey({ account, organisation }));
}

/** The tranche of an offer that was opened. */
export function trancheOf({ tranche }: OfferRow): number {
  if (tranche === undefined) throw new Error("the offer was never opened");
  return tranche;
}
