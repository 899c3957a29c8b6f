import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { toSqlAccount } from "../projection/sql-account.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import { type BalanceRow, balancesView } from "../views/acts.ts";
import { allOf, beforeCursor, cutPage, where } from "./page.ts";
import { holders, ownRows, staff } from "./reader-scope.ts";

type View = typeof balancesView;

export const balances = defineQuery<TreasuryTables, View["params"], View["result"]>(balancesView, {
  title: { en: "What an account has, by fund and tranche", zh: "账户余额，按资金与批次" },
  allow: [...staff, ...holders],
  /** The newest tranche first; the cursor is the last tranche of the page. */
  async answer({ sql: database, reader, readAt }, { account, fund, cursor, limit }) {
    const asked = allOf(
      sql`act.account = ${toSqlAccount(account)}::bigint`,
      sql`(act.free <> 0 or act.locked <> 0 or act.named <> 0)`,
      where(fund, (code) => sql`fund.code = ${code}`),
      ownRows(reader, "act.account"),
      beforeCursor(cursor, "act.tranche"),
    );
    const { rows } =
      await sql<FoundBalance>`select act.tranche as seq, act.free, act.locked, act.named, fund.code, fund.name,
        ${standingOf(account)} as standing
      from treasury.balance act join treasury.fund fund on fund.fund = act.fund
      where ${asked} order by act.tranche desc limit ${limit + 1}`.execute(database);
    const { page, next } = cutPage(rows, limit);
    return { rows: page.map(rowOf), next, readAt: await readAt() };
  },
});

interface FoundBalance {
  readonly seq: number;
  readonly free: number;
  readonly locked: number;
  readonly named: number;
  readonly code: string;
  readonly name: string;
  readonly standing: BalanceRow["standing"];
}

function standingOf(account: string) {
  return sql`case
    when exists (select from treasury.tranche where tranche = act.tranche and source = 'offer') then 'offer'
    when exists (select from treasury.stop where kind = 'tranche' and subject = act.tranche::text and what = 'expired') then 'expired'
    when exists (select from treasury.stop where what = 'frozen' and (kind, subject) in
      (('tranche', act.tranche::text), ('account', ${account}::text))) then 'frozen'
    else 'open' end`;
}

function rowOf({ seq, free, locked, named, code, name, standing }: FoundBalance): BalanceRow {
  const money = { freeMinor: free, lockedMinor: locked, namedMinor: named };
  return { fund: { id: code, name }, tranche: seq, ...money, standing };
}
