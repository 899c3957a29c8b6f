import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { toSqlAccount } from "../projection/sql-account.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import { type VoucherRow, type VoucherState, vouchersView } from "../views/acts.ts";
import { commonOf, endOf, type FoundAct, fundAndParty, partyColumns } from "./act-row.ts";
import { allOf, beforeCursor, cutPage, where } from "./page.ts";
import { holders, ownRows, staff } from "./reader-scope.ts";

type View = typeof vouchersView;

export const vouchers = defineQuery<TreasuryTables, View["params"], View["result"]>(vouchersView, {
  title: { en: "Vouchers and what they came from", zh: "凭证及其来源" },
  allow: [...staff, ...holders],
  async answer({ sql: database, reader, readAt }, { id, parent, payment, holder, cursor, limit }) {
    const asked = allOf(
      where(id, (value) => sql`act.id = ${value}`),
      where(parent, (value) => sql`act.parent = ${value}`),
      where(payment?.split("-")[0], (batch) => sql`act.batch = ${batch}`),
      where(payment?.split("-")[1], (line) => sql`act.line = ${Number(line)}`),
      where(holder, (account) => sql`act.holder = ${toSqlAccount(account)}::bigint`),
      ownRows(reader, "act.holder"),
      beforeCursor(cursor, "act.seq"),
    );
    const { rows } = await sql<FoundVoucher>`select ${partyColumns("holder")}, act.id, act.parent, act.batch, act.line,
        act.first_amount, act.amount, act.ended_by, act.ended_height, act.ended_ms, ${stateNow} as state
      from treasury.voucher act ${fundAndParty("holder")} where ${asked} order by act.seq desc limit ${limit + 1}`.execute(
      database,
    );
    const { page, next } = cutPage(rows, limit);
    return { rows: page.map(rowOf), next, readAt: await readAt() };
  },
});

interface FoundVoucher extends FoundAct {
  readonly parent: string | null;
  readonly batch: string;
  readonly line: number;
  readonly first_amount: number;
  readonly amount: number;
  readonly state: VoucherState;
  readonly ended_by: string | null;
  readonly ended_height: number | null;
  readonly ended_ms: number | null;
}

/** Where a voucher stands is its own state, and while it is held also its tranche's and its holder's. */
const stateNow = sql`case when act.state <> 'held' then act.state
  when exists (select from treasury.stop where kind = 'tranche' and subject = act.tranche::text and what = 'expired') then 'expired'
  when act.is_frozen or exists (select from treasury.stop where what = 'frozen' and (kind, subject) in
    (('tranche', act.tranche::text), ('account', lpad(to_hex(act.holder), 16, '0')))) then 'frozen'
  else 'open' end`;

function rowOf(found: FoundVoucher): VoucherRow {
  const { party, fund, at } = commonOf(found);
  return {
    id: found.id,
    parent: found.parent,
    payment: `${found.batch}-${found.line}`,
    holder: party,
    fund,
    tranche: found.tranche,
    firstAmountMinor: found.first_amount,
    amountMinor: found.amount,
    state: found.state,
    made: at,
    ended: endOf(found),
  };
}
