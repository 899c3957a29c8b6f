import { defineQuery } from "@mingbai/read-model/define-query";
import { blockRow } from "@mingbai/read-model/explorer/rows";
import type { ExplorerTables } from "@mingbai/read-model/explorer/tables";
import { blocksView } from "../explorer-views.ts";

export const blocks = defineQuery<ExplorerTables, typeof blocksView.params, typeof blocksView.result>(blocksView, {
  title: { en: "Blocks, newest first", zh: "区块，新的在前" },
  allow: "anyone",
  async answer({ sql }, { before, limit }) {
    let asked = sql
      .selectFrom("explorer.block")
      .selectAll()
      .orderBy("height", "desc")
      .limit(limit + 1);
    if (before !== undefined) asked = asked.where("height", "<", before);
    const rows = await asked.execute();
    const page = rows.slice(0, limit);
    return { rows: page.map(blockRow), next: rows.length > limit ? (page.at(-1)?.height ?? null) : null };
  },
});
