import { defineQuery } from "@mingbai/read-model/define-query";
import { blockRow } from "@mingbai/read-model/explorer/rows";
import type { ExplorerTables } from "@mingbai/read-model/explorer/tables";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { blockView } from "../explorer-views.ts";

export const block = defineQuery<ExplorerTables, typeof blockView.params, typeof blockView.result>(blockView, {
  title: { en: "A block", zh: "一个区块" },
  allow: "anyone",
  async answer({ sql }, { height }) {
    const row = await sql.selectFrom("explorer.block").selectAll().where("height", "=", height).executeTakeFirst();
    if (row === undefined)
      throw new QueryRefusal("UNKNOWN_BLOCK", 404, {
        en: "There is no block at this height.",
        zh: "没有这个高度的区块",
      });
    const near = sql.selectFrom("explorer.block").select("height").limit(1);
    const previous = await near.where("height", "<", height).orderBy("height", "desc").executeTakeFirst();
    const next = await near.where("height", ">", height).orderBy("height").executeTakeFirst();
    return {
      ...blockRow(row),
      previous: previous?.height ?? null,
      next: next?.height ?? null,
      logSize: row.log_size,
      logRoot: row.log_root,
      effectsHash: row.effects,
      rosterHash: row.roster,
    };
  },
});
