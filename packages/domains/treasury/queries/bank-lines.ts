import { role } from "@mingbai/ledger/authority/role";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { z } from "zod";
import type { TreasuryTables } from "../projection/tables.ts";
import { type BankLineKind, type BankLineRow, bankLinesView } from "../views/acts.ts";
import { allOf, beforeCursor, cutPage, where } from "./page.ts";
import { staff } from "./reader-scope.ts";

type View = typeof bankLinesView;

export const bankLines = defineQuery<TreasuryTables, View["params"], View["result"]>(bankLinesView, {
  title: { en: "Bank lines that made and burned vouchers", zh: "铸造与销毁凭证的银行流水" },
  allow: [...staff, role("importer")],
  async answer({ sql: database, readAt }, { fund, kind, cursor, limit }) {
    const asked = allOf(
      where(fund, (code) => sql`fund.code = ${code}`),
      where(kind, (value) => sql`act.kind = ${value}`),
      beforeCursor(cursor, "act.seq"),
    );
    const { rows } = await sql<FoundLine>`select act.*, fund.code, fund.name as fund_name, ${signedAmount} as signed
      from treasury.bank_line act left join treasury.fund fund on fund.fund = act.fund
      where ${asked} order by act.seq desc limit ${limit + 1}`.execute(database);
    const { page, next } = cutPage(rows, limit);
    return { rows: page.map(rowOf), next, readAt: await readAt() };
  },
});

interface FoundLine {
  readonly seq: number;
  readonly bank_account: string;
  readonly reference: string;
  readonly value_day: string;
  readonly kind: z.infer<typeof BankLineKind>;
  readonly signed: number;
  readonly code: string | null;
  readonly fund_name: string | null;
  readonly end_to_end_id: string | null;
  readonly difference: BankLineRow["difference"];
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
}

/** Of a table called `act`: credits positive, debits negative. */
export const signedAmount = sql`(case when act.kind in ('payout', 'batchPayout', 'fee', 'unknownDebit') then -act.amount else act.amount end)`;

function rowOf(found: FoundLine): BankLineRow {
  const { code, fund_name: name } = found;
  return {
    bankAccount: found.bank_account,
    reference: found.reference,
    valueDay: found.value_day,
    kind: found.kind,
    amountMinor: found.signed,
    fund: code === null || name === null ? null : { id: code, name },
    endToEndId: found.end_to_end_id,
    difference: found.difference,
    booked: { transaction: found.id, height: found.height, timeMs: found.time_ms },
  };
}
