import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { fromSqlAccount } from "../projection/sql-account.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import type { AccountKind } from "../schema.ts";
import { ownAccountsMax, ownPlacesView } from "../views/acts.ts";
import { holders, isOwn, staff } from "./reader-scope.ts";

type View = typeof ownPlacesView;

export const ownPlaces = defineQuery<TreasuryTables, View["params"], View["result"]>(ownPlacesView, {
  title: { en: "One's own accounts, and the funds by number", zh: "自己的账户，和各专项资金的号" },
  allow: [...staff, ...holders],
  async answer({ sql: database, reader, readAt }) {
    const accounts = await sql<FoundAccount>`select account::text as account, kind, name from treasury.account account
      where ${isOwn(reader, "account.account")} order by kind, account.account limit ${ownAccountsMax}`.execute(
      database,
    );
    const funds = await sql<FoundFund>`select fund, code, name from treasury.fund order by fund`.execute(database);
    return {
      accounts: accounts.rows.map((row) => ({ ...row, account: fromSqlAccount(row.account) })),
      funds: funds.rows.map(({ fund, code, name }) => ({ number: fund, id: code, name })),
      readAt: await readAt(),
    };
  },
});

interface FoundAccount {
  readonly account: string;
  readonly kind: AccountKind;
  readonly name: string;
}

interface FoundFund {
  readonly fund: number;
  readonly code: string;
  readonly name: string;
}
