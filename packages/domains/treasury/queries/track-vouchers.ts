import type { QueryReader } from "@mingbai/read-model/define-query";
import { type Kysely, sql } from "kysely";
import { toSqlAccount } from "../projection/sql-account.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import type { PaymentRow, TrackStep } from "../views.ts";
import { partyOf } from "./payment-source.ts";
import { isStaff } from "./reader-scope.ts";

/** The way of a payment that was made with vouchers, before it reached the merchant. */
export interface FoundPurchaseWay {
  readonly office: string;
  readonly office_name: string;
  readonly total: number;
  readonly opened_by: string;
  readonly opened_height: number;
  readonly opened_ms: number;
  readonly each: number;
  readonly payer: string;
  readonly payer_name: string;
  readonly taken_by: string;
  readonly taken_height: number;
  readonly taken_ms: number;
}

export async function findPurchaseWay(
  database: Kysely<TreasuryTables>,
  seq: number,
): Promise<FoundPurchaseWay | undefined> {
  const { rows } =
    await sql<FoundPurchaseWay>`select offer.office::text as office, coalesce(office.name, '') as office_name,
      offer.each * offer.count as total, offer.opened_by, offer.opened_height, offer.opened_ms, offer.each,
      spend.payer::text as payer, coalesce(payer.name, '') as payer_name,
      taking.id as taken_by, taking.height as taken_height, taking.time_ms as taken_ms
    from treasury.offer_spend spend join treasury.offer offer on offer.id = spend.offer
      join treasury.offer_taking taking on taking.offer = spend.offer and taking.account = spend.payer
      left join treasury.account office on office.account = offer.office
      left join treasury.account payer on payer.account = spend.payer
    where spend.seq = ${seq}`.execute(database);
  return rows[0];
}

/**
 * How the money came to the merchant. Everyone sees that an office set it aside and that it was spent; who took and
 * spent it, only that person and who looks after money of others (ADR 16).
 */
export function purchaseSteps(
  way: FoundPurchaseWay,
  { payment, reader }: { payment: PaymentRow; reader: QueryReader },
): Omit<TrackStep, "step">[] {
  const office = partyOf({ account: way.office, name: way.office_name, nature: "organisation" });
  const person = partyOf({ account: way.payer, name: way.payer_name, nature: "person" });
  const isEntitled = isStaff(reader) || (reader.account !== undefined && toSqlAccount(reader.account) === way.payer);
  const own = { paymentMinor: payment.amountMinor, actors: [] };
  const [id = "", line = "0"] = payment.id.split("-");
  const setAside: Omit<TrackStep, "step"> = {
    kind: "setAside",
    timeMs: way.opened_ms,
    from: office,
    to: office,
    amountMinor: way.total,
    ...own,
    transaction: { id: way.opened_by, height: way.opened_height },
  };
  const take: Omit<TrackStep, "step"> = {
    kind: "take",
    timeMs: way.taken_ms,
    from: office,
    to: person,
    amountMinor: way.each,
    ...own,
    transaction: { id: way.taken_by, height: way.taken_height },
  };
  const spend: Omit<TrackStep, "step"> = {
    kind: "spend",
    timeMs: payment.enteredMs,
    ...(isEntitled && { from: person }),
    to: payment.payee,
    amountMinor: payment.amountMinor,
    ...own,
    transaction: { id, line: Number(line), height: payment.height },
  };
  return isEntitled ? [setAside, take, spend] : [setAside, spend];
}
