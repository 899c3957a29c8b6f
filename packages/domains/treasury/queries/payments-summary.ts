import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { paymentsSummaryView } from "../views.ts";
import { filterCondition, fromPayments } from "./payment-source.ts";

type View = typeof paymentsSummaryView;

export const paymentsSummary = defineQuery<TreasuryTables, View["params"], View["result"]>(paymentsSummaryView, {
  title: { en: "Count and sums of a whole filter", zh: "整个筛选的笔数与合计" },
  allow: "anyone",
  async answer({ sql: database, readAt }, filter) {
    const { rows } = await sql<{ count: number; paid: number; returned: number }>`
      select count(*) as count, coalesce(sum(amount) filter (where amount > 0), 0)::bigint as paid,
        coalesce(sum(amount) filter (where amount < 0), 0)::bigint as returned
      ${fromPayments} where ${filterCondition(filter)}`.execute(database);
    const { count, paid, returned } = rows[0] ?? { count: 0, paid: 0, returned: 0 };
    return { count, sumMinor: paid + returned, paidMinor: paid, returnedMinor: returned, readAt: await readAt() };
  },
});
