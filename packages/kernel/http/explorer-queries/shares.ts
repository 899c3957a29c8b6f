import { defineQuery } from "@mingbai/read-model/define-query";
import type { ExplorerTables } from "@mingbai/read-model/explorer/tables";
import { sharesView } from "../explorer-views.ts";

export const shares = defineQuery<ExplorerTables, typeof sharesView.params, typeof sharesView.result>(sharesView, {
  title: { en: "Who fills the newest block", zh: "最新区块各方占比" },
  allow: "anyone",
  /** By key, until organisations stand in the tables: the share of the newest block's transactions. */
  async answer({ sql, readAt }) {
    const { height } = await readAt();
    const rows = await sql
      .selectFrom("explorer.transaction")
      .select("key_id")
      .select((of) => of.fn.countAll<number>().as("count"))
      .where("height", "=", height)
      .where("key_id", "!=", "")
      .groupBy("key_id")
      .orderBy("count", "desc")
      .limit(50)
      .execute();
    const total = rows.reduce((sum, { count }) => sum + Number(count), 0);
    return {
      height,
      limitPercent: 100,
      rows: rows.map(({ key_id, count }) => ({ organisation: key_id, percent: (100 * Number(count)) / total })),
    };
  },
});
