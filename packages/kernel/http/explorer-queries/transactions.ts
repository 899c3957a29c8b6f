import { defineQuery } from "@mingbai/read-model/define-query";
import { transactionRow } from "@mingbai/read-model/explorer/rows";
import type { ExplorerTables } from "@mingbai/read-model/explorer/tables";
import { transactionsView } from "../explorer-views.ts";

export const transactions = defineQuery<ExplorerTables, typeof transactionsView.params, typeof transactionsView.result>(
  transactionsView,
  {
    title: { en: "Transactions", zh: "交易" },
    allow: "anyone",
    /** Of a block in its order; of the whole ledger the newest first. The cursor is a place in the log. */
    async answer({ sql }, { height, cursor, limit }) {
      const isOfBlock = height !== undefined;
      let asked = sql
        .selectFrom("explorer.transaction")
        .selectAll()
        .orderBy("log_index", isOfBlock ? "asc" : "desc")
        .limit(limit + 1);
      if (isOfBlock) asked = asked.where("height", "=", height);
      const from = Number(cursor);
      if (Number.isSafeInteger(from) && cursor !== undefined)
        asked = asked.where("log_index", isOfBlock ? ">" : "<", from);
      const rows = await asked.execute();
      const page = rows.slice(0, limit);
      return { rows: page.map(transactionRow), next: rows.length > limit ? String(page.at(-1)?.log_index) : null };
    },
  },
);
