import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { ownView } from "../views/own.ts";
import { readers } from "./reader-scope.ts";

type View = typeof ownView;

export const own = defineQuery<unknown, View["params"], View["result"]>(ownView, {
  title: { en: "The reader's own household", zh: "我家的档案" },
  allow: readers,
  async answer({ sql: database, reader, readAt }) {
    const { rows } = await sql<{ household: string; person: string }>`select household, person from registry.person
      where account = ${reader.account ?? ""} and ended is null limit 1`.execute(database);
    const [found] = rows;
    return { household: found?.household ?? null, person: found?.person ?? null, readAt: await readAt() };
  },
});
