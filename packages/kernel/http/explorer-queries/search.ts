import { defineQuery } from "@mingbai/read-model/define-query";
import type { ExplorerTables } from "@mingbai/read-model/explorer/tables";
import { explorerSearchView } from "../explorer-views.ts";

const hitsMax = 20;
const idPrefix = /^[0-9a-f]{8,64}$/;

export const search = defineQuery<ExplorerTables, typeof explorerSearchView.params, typeof explorerSearchView.result>(
  explorerSearchView,
  {
    title: { en: "Find a block or a transaction", zh: "找区块或交易" },
    allow: "anyone",
    async answer({ sql }, { text }) {
      const height = /^\d{1,15}$/.test(text) ? Number(text) : undefined;
      const blocks =
        height === undefined
          ? []
          : await sql.selectFrom("explorer.block").select(["height", "time_ms"]).where("height", "=", height).execute();
      const given = text.toLowerCase();
      const found = idPrefix.test(given)
        ? await sql
            .selectFrom("explorer.transaction")
            .select(["id", "height", "command"])
            .where("id", "like", `${given}%`)
            .limit(hitsMax - 1)
            .execute()
        : [];
      return {
        hits: [
          ...blocks.map(({ height, time_ms }) => ({ at: "block" as const, height, timeMs: time_ms })),
          ...found.map((row) => ({ at: "transaction" as const, ...row })),
        ],
      };
    },
  },
);
