import { role, roles } from "@mingbai/ledger/authority/role";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { noticesView } from "../views.ts";
import { type FoundMatter, matterColumns, matterRow } from "./matter-source.ts";

type View = typeof noticesView;

/** What every member may know of every matter. Titles, words and people are left out where the rows are made. */
export const notices = defineQuery<unknown, View["params"], View["result"]>(noticesView, {
  title: { en: "What all members see of all matters", zh: "事项公告" },
  allow: roles.map(role),
  async answer({ sql: database, reader, readAt }, { cursor, limit }) {
    const [, changed, seq] = /^(\d{1,16})\.(\d{1,16})$/.exec(cursor ?? "") ?? [];
    const after =
      changed === undefined
        ? sql<boolean>`true`
        : sql<boolean>`(matter.changed_ms, matter.seq) < (${changed}::bigint, ${seq}::bigint)`;
    const { rows } = await sql<FoundMatter>`select ${matterColumns} from workflow.matter matter
      where ${after} order by matter.changed_ms desc, matter.seq desc limit ${limit + 1}`.execute(database);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const next = rows.length > limit && last !== undefined ? `${last.changed_ms}.${last.seq}` : null;
    const open = page.map((found) => {
      const { id, number, kind, stage, addressee, fund, fundName, amountMinor, changedMs } = matterRow(found, reader);
      return { id, number, kind, stage, addressee, fund, fundName, amountMinor, changedMs };
    });
    return { rows: open, next, readAt: await readAt() };
  },
});
