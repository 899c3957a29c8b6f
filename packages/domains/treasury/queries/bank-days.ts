import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { bankDaysMax, bankDaysView, type dayStates } from "../views/bank-close.ts";
import { staff } from "./reader-scope.ts";

type View = typeof bankDaysView;

const accountsMax = 100;

export const bankDays = defineQuery<TreasuryTables, View["params"], View["result"]>(bankDaysView, {
  title: { en: "Bank days and how far they are closed", zh: "银行日和签结情况" },
  allow: staff,
  async answer({ sql: database, readAt }, { account: asked }) {
    const { rows: accounts } = await sql<{ account: string }>`select bank_account as account from treasury.bank_line
      group by bank_account order by max(seq) desc limit ${accountsMax}`.execute(database);
    const account = asked ?? accounts[0]?.account ?? null;
    const { rows: days } = await sql<FoundDay>`select day.value_day as day, day.lines,
        coalesce((select closing.state from treasury.day_close closing where closing.bank_account = ${account}
          and closing.day = day.value_day and closing.state <> 'replaced' order by closing.seq desc limit 1), 'open') as state,
        (select count(*)::int from treasury.difference one where one.bank_account = ${account} and one.day = day.value_day
          and one.state = 'open') as "openDifferences"
      from (select value_day, count(*)::int as lines from treasury.bank_line where bank_account = ${account}
        group by value_day order by value_day desc limit ${bankDaysMax}) day order by day.value_day desc`.execute(
      database,
    );
    const open = await sql<{ count: number; since: number | null }>`select count(*)::int as count, min(time_ms) as since
      from treasury.difference where state = 'open'`.execute(database);
    const { count = 0, since = null } = open.rows[0] ?? {};
    return {
      accounts: accounts.map((row) => row.account),
      account,
      days,
      openDifferences: count,
      stoppedMs: since,
      readAt: await readAt(),
    };
  },
});

interface FoundDay {
  readonly day: string;
  readonly lines: number;
  readonly state: (typeof dayStates)[number];
  readonly openDifferences: number;
}
