import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { RedemptionState } from "../projection/act-tables.ts";
import { fromSqlAccount, toSqlAccount } from "../projection/sql-account.ts";
import { linesPerSeq, type TreasuryTables } from "../projection/tables.ts";
import { orderPaymentsMax, type RedemptionRow, type ReleaseStanding, redemptionsView } from "../views/acts.ts";
import { commonOf, endOf, type FoundAct, fundAndParty, partyColumns, placeOf } from "./act-row.ts";
import { allOf, beforeCursor, cutPage, where } from "./page.ts";
import { holders, isOwn, ownRows, staff } from "./reader-scope.ts";
import { releaseStanding } from "./release-standing.ts";

type View = typeof redemptionsView;

/** Where an order's money is from, as its first payments. */
const payments = sql`(select coalesce(json_agg(json_build_object('id', paid.id || '-' || used.payment % ${sql.lit(linesPerSeq)},
    'amountMinor', used.amount) order by used.seq), '[]'::json)
  from (select * from treasury.lot_use where end_to_end_id = act.end_to_end_id order by seq limit ${sql.lit(orderPaymentsMax)}) used
  join explorer.transaction paid on paid.log_index = used.payment / ${sql.lit(linesPerSeq)})`;

export const redemptions = defineQuery<TreasuryTables, View["params"], View["result"]>(redemptionsView, {
  title: { en: "Redemptions and what the bank made of them", zh: "兑付申请与银行结果" },
  allow: [...staff, ...holders],
  async answer({ sql: database, reader, readAt }, { holder, state, endToEndId, of, cursor, limit }) {
    const asked = allOf(
      where(holder, (account) => sql`act.holder = ${toSqlAccount(account)}::bigint`),
      where(state, (value) => sql`act.state = ${value}`),
      where(endToEndId, (value) => sql`act.end_to_end_id = ${value}`),
      where(of, (side) => (side === "holder" ? isOwn(reader, "act.holder") : isOwn(reader, "fund.office"))),
      ownRows(reader, "act.holder"),
      beforeCursor(cursor, "act.seq"),
    );
    const { rows } =
      await sql<FoundRedemption>`select ${partyColumns("holder")}, act.id, act.end_to_end_id, act.voucher, act.destination, act.ordered_by::text as ordered_by,
        act.amount, act.state, ${releaseStanding(reader)} as release, act.reason, act.bank_reference, act.return_reference, ${payments} as payments, act.released_by, act.released_height, act.released_ms, act.ended_by, act.ended_height, act.ended_ms
      from treasury.redemption act ${fundAndParty("holder")} where ${asked} order by act.seq desc limit ${limit + 1}`.execute(
        database,
      );
    const { page, next } = cutPage(rows, limit);
    return { rows: page.map(rowOf), next, readAt: await readAt() };
  },
});

interface FoundRedemption extends FoundAct {
  readonly end_to_end_id: string;
  readonly voucher: string | null;
  readonly destination: string | null;
  readonly amount: number;
  readonly ordered_by: string;
  readonly state: RedemptionState;
  readonly release: ReleaseStanding | null;
  readonly reason: string | null;
  readonly bank_reference: string | null;
  readonly return_reference: string | null;
  readonly payments: RedemptionRow["payments"];
  readonly released_by: string | null;
  readonly released_height: number | null;
  readonly released_ms: number | null;
  readonly ended_by: string | null;
  readonly ended_height: number | null;
  readonly ended_ms: number | null;
}

function rowOf(found: FoundRedemption): RedemptionRow {
  const { party, fund, at } = commonOf(found);
  return {
    endToEndId: found.end_to_end_id,
    holder: party,
    fund,
    tranche: found.tranche,
    voucher: found.voucher,
    destination: found.destination,
    amountMinor: found.amount,
    state: found.state,
    release: found.release,
    reason: found.reason,
    bankReference: found.bank_reference,
    returnReference: found.return_reference,
    payments: found.payments,
    ordered: at,
    orderedBy: fromSqlAccount(found.ordered_by),
    released: placeOf(found.released_by, found.released_height, found.released_ms),
    ended: endOf(found),
  };
}
