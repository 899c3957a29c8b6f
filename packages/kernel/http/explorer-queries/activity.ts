import { defineQuery } from "@mingbai/read-model/define-query";
import type { ExplorerTables } from "@mingbai/read-model/explorer/tables";
import { sql as text } from "kysely";
import { activityView } from "../explorer-views.ts";

const bucketMs = 300_000;
const bucketsMax = 72;

export const activity = defineQuery<ExplorerTables, typeof activityView.params, typeof activityView.result>(
  activityView,
  {
    title: { en: "Transactions and lines over the last hours", zh: "最近几小时的交易和明细" },
    allow: "anyone",
    /** The last six hours up to the newest block, times without blocks as zeros. */
    async answer({ sql, readAt }) {
      const last = Math.floor((await readAt()).timeMs / bucketMs);
      const first = Math.max(0, last - bucketsMax + 1);
      const rows = await sql
        .selectFrom("explorer.block")
        .select([text<number>`floor(time_ms / ${bucketMs})::bigint`.as("bucket")])
        .select((of) => [of.fn.sum<number>("transactions").as("transactions"), of.fn.sum<number>("lines").as("lines")])
        .where("time_ms", ">=", first * bucketMs)
        .groupBy("bucket")
        .execute();
      const found = new Map(rows.map((row) => [Number(row.bucket), row]));
      const buckets = Array.from({ length: last - first + 1 }, (_, index) => {
        const row = found.get(first + index);
        return {
          fromMs: (first + index) * bucketMs,
          transactions: Number(row?.transactions ?? 0),
          lines: Number(row?.lines ?? 0),
        };
      });
      return { bucketMs, buckets };
    },
  },
);
