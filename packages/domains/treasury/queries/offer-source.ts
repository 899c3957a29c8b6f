import type { QueryReader } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { OfferState } from "../offers/tables.ts";
import { toSqlAccount } from "../projection/sql-account.ts";
import type { Merchants, Takers } from "../schema/offers.ts";
import type { OfferRow, OfferStanding } from "../views/offers.ts";
import { placeOf } from "./act-row.ts";
import { partyOf } from "./payment-source.ts";
import { isOwn } from "./reader-scope.ts";

/** An offer as it comes from the tables, with everything that a row shows. */
export interface FoundOffer {
  readonly seq: number;
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly office: string;
  readonly office_name: string;
  readonly office_nature: string;
  readonly organisation: string | null;
  readonly code: string;
  readonly fund_name: string;
  readonly each: number;
  readonly count: number;
  readonly per_day: number;
  readonly from_ms: number;
  readonly until_ms: number;
  readonly takers: Takers;
  readonly merchants: Merchants;
  readonly state: OfferState;
  readonly is_over: boolean;
  readonly is_frozen: boolean;
  readonly approvals: number;
  readonly taken: number;
  readonly spent: number;
  readonly back: number;
  readonly held: number;
  readonly height: number;
  readonly time_ms: number;
  readonly opened_by: string | null;
  readonly opened_height: number | null;
  readonly opened_ms: number | null;
  readonly approval: OfferRow["approval"];
  readonly is_own: boolean;
}

/** Offers with their office and fund: what every question about offers reads from. */
export const fromOffers = sql`from treasury.offer offer join treasury.fund fund on fund.fund = offer.fund
  left join treasury.account office on office.account = offer.office`;

/** Everything that a row shows, by the names of `FoundOffer`. An offer is over from its end on, whoever looks. */
export function offerColumns(reader: QueryReader) {
  return sql`offer.seq, offer.id, offer.title, offer.about, offer.office::text as office, coalesce(office.name, '') as office_name,
    coalesce(office.nature, 'organisation') as office_nature, office.organisation, fund.code, fund.name as fund_name, offer.each, offer.count,
    offer.per_day, offer.from_ms, offer.until_ms, offer.takers, offer.merchants, offer.state, offer.approvals, offer.taken, offer.held, offer.spent, offer.back,
    exists (select from treasury.stop where kind = 'tranche' and subject = offer.tranche::text and what = 'expired') as is_over,
    exists (select from treasury.stop where kind = 'tranche' and subject in (offer.tranche::text, offer.source::text) and what = 'frozen') as is_frozen,
    offer.height, offer.time_ms, offer.opened_by, offer.opened_height, offer.opened_ms,
    ${isOwn(reader, "offer.office")} as is_own, ${approvalStanding(reader)} as approval`;
}

/** Whether the reader may approve, as `treasury.approveOffer` would judge it, in the same order. */
function approvalStanding(reader: QueryReader) {
  const approves = reader.roles.includes("financeSupervisor") || reader.roles.includes("approver");
  if (!approves || reader.account === undefined) return sql<null>`null::text`;
  const mine = sql`${toSqlAccount(reader.account)}::bigint`;
  return sql`case when offer.state <> 'proposed' or not ${isOwn(reader, "offer.office")} then null
    when offer.proposer = ${mine} then 'ownProposal'
    when exists (select from treasury.offer_approval approval where approval.offer = offer.id and approval.approver = ${mine}) then 'approved'
    else 'may' end`;
}

export function offerRow(found: FoundOffer): OfferRow {
  const isOpened = found.opened_by !== null;
  const whole = isOpened ? found.each * found.count : 0;
  return {
    id: found.id,
    title: found.title,
    about: found.about,
    office: partyOf({ account: found.office, name: found.office_name, nature: found.office_nature }),
    organisation: found.organisation ?? "",
    fund: { id: found.code, name: found.fund_name },
    eachMinor: found.each,
    count: found.count,
    perDayMinor: found.per_day,
    fromMs: found.from_ms,
    untilMs: found.until_ms,
    takers: found.takers,
    merchants: found.merchants,
    standing: standingOf(found),
    isFrozen: found.is_frozen,
    approvals: found.approvals,
    taken: found.taken,
    spentMinor: found.spent,
    backMinor: found.back,
    heldMinor: found.held,
    untakenMinor: whole - found.spent - found.back - found.held,
    proposed: { transaction: found.id, height: found.height, timeMs: found.time_ms },
    opened: placeOf(found.opened_by, found.opened_height, found.opened_ms),
    approval: found.approval,
    isOwn: found.is_own,
  };
}

function standingOf({ state, is_over }: FoundOffer): OfferStanding {
  return is_over && (state === "open" || state === "stopped") ? "over" : state;
}
