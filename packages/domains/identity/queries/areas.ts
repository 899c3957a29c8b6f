import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { areasShownMax, areasView } from "../views.ts";

type View = typeof areasView;
type FoundArea = IdentityTables["identity.area"];

export const areas = defineQuery<IdentityTables, View["params"], View["result"]>(areasView, {
  title: { en: "Areas", zh: "区域" },
  allow: "anyone",
  async answer({ sql: database, readAt }, { within }) {
    const start = within === undefined ? sql<boolean>`parent is null` : sql<boolean>`area = ${within}`;
    const { rows } = await sql<FoundArea>`with recursive part as (
        select * from identity.area where ${start}
        union all select area.* from identity.area area join part on area.parent = part.area)
      select * from part order by area limit ${areasShownMax}`.execute(database);
    return {
      rows: rows.map(({ area, level, parent, name_en: en, name_zh: zh }) => ({
        id: area,
        level,
        parent,
        name: { en, zh },
      })),
      readAt: await readAt(),
    };
  },
});
