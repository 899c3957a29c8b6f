import { defineQuery } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { type RawBuilder, sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { bankDayLinesMax, bankDayView } from "../views/bank.ts";
import { signedAmount } from "./bank-lines.ts";
import { staff } from "./reader-scope.ts";

type View = typeof bankDayView;

export const bankDay = defineQuery<TreasuryTables, View["params"], View["result"]>(bankDayView, {
  title: { en: "The ledger's side of a bank day", zh: "账本这一边的银行日" },
  allow: staff,
  async answer({ sql: database, readAt }, { account, day }) {
    const ofAccount = sql`act.bank_account = ${account}`;
    const list = async (condition: RawBuilder<unknown>) => {
      const { rows } =
        await sql<FoundLine>`select act.reference, act.value_day, ${signedAmount} as signed, act.end_to_end_id, act.id
        from treasury.bank_line act where ${ofAccount} and ${condition} order by act.seq limit ${bankDayLinesMax + 1}`.execute(
          database,
        );
      if (rows.length > bankDayLinesMax) throw tooLong();
      return rows.map(lineOf);
    };
    const sums = await sql<{ before: number; outstanding: number }>`select
        coalesce(sum(${signedAmount}) filter (where act.value_day < ${day}::date), 0)::bigint as before,
        coalesce(sum(${signedAmount}) filter (where act.fund is not null), 0)::bigint as outstanding
      from treasury.bank_line act where ${ofAccount} and act.value_day <= ${day}::date`.execute(database);
    return {
      bookedBefore: sums.rows[0]?.before ?? 0,
      lines: await list(sql`act.value_day = ${day}::date`),
      outstanding: sums.rows[0]?.outstanding ?? 0,
      suspense: await list(sql`act.fund is null and act.value_day <= ${day}::date`),
      readAt: await readAt(),
    };
  },
});

interface FoundLine {
  readonly reference: string;
  readonly value_day: string;
  readonly signed: number;
  readonly end_to_end_id: string | null;
  readonly id: string;
}

function lineOf({ reference, value_day: valueDay, signed, end_to_end_id: endToEndId, id: transaction }: FoundLine) {
  const side = signed < 0 ? ("debit" as const) : ("credit" as const);
  const line = { reference, side, amount: Math.abs(signed), valueDay, transaction };
  return endToEndId === null ? line : { ...line, endToEndId };
}

function tooLong(): QueryRefusal {
  return new QueryRefusal("BANK_DAY_TOO_LONG", 422, {
    en: "This bank day has more lines than are compared at once.",
    zh: "这个银行日的流水太多，一次对不完",
  });
}
