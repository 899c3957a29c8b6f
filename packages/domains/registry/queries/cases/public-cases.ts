import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { publicCasesMax, publicCasesView } from "../../views/cases.ts";
import { areasIn } from "../list-filter.ts";
import { type FoundNotice, publicCaseOf, runningNotices } from "./public-notice.ts";

type View = typeof publicCasesView;

/** What everybody sees, and only while the notice runs: once it has ended, nothing of a household stands here. */
export const publicCases = defineQuery<unknown, View["params"], View["result"]>(publicCasesView, {
  title: { en: "Public notices of entry and exit", zh: "准入和退出公示" },
  allow: "anyone",
  async answer(context, { area }) {
    const { nowMs, readAt } = await readNow(context);
    const inArea = area === undefined ? sql<boolean>`true` : sql<boolean>`home.area = any(${areasIn(area)})`;
    const { rows } = await sql<FoundNotice>`${runningNotices(nowMs)} and ${inArea}
      order by found.due_ms, found.case_id limit ${publicCasesMax + 1}`.execute(context.sql);
    const shown = rows.slice(0, publicCasesMax).map(publicCaseOf);
    return { rows: shown, more: rows.length > publicCasesMax, readAt };
  },
});
