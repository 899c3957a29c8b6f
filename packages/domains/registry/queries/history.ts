import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import type { BasisOfFields } from "../content/file/basis.ts";
import type { FieldChange } from "../content/file/part.ts";
import { partsPerEvent } from "../projection/part-row.ts";
import { type HistoryLine, historyView } from "../views/history.ts";
import { personName } from "./names.ts";
import { getOpened } from "./opened-file.ts";
import { readers } from "./reader-scope.ts";
import { onlySeen } from "./seen-values.ts";

type View = typeof historyView;

interface FoundLine
  extends Omit<HistoryLine, "at" | "timeMs" | "transaction" | "by" | "subjectName" | "madeMs" | "sets" | "basis"> {
  readonly at: number;
  readonly time_ms: number;
  readonly id: string;
  readonly by_account: string;
  readonly by_name: string;
  readonly subject_name: string;
  readonly made_ms: number | null;
  readonly sets: { readonly [field: string]: FieldChange } | null;
  readonly basis: BasisOfFields | null;
}

export const history = defineQuery<unknown, View["params"], View["result"]>(historyView, {
  title: { en: "What happened to a household's file", zh: "一户档案的经过" },
  allow: readers,
  async answer(context, { household, before, limit }) {
    const { nowMs, readAt } = await readNow(context);
    const { fields } = await getOpened(context, { household, nowMs });
    const [found, total] = await Promise.all([
      findLines(context, { household, before, limit: limit + 1 }),
      countLines(context, household),
    ]);
    const rows = found.slice(0, limit).map((line) => historyLine(line, fields));
    return { rows, total, more: found.length > limit, readAt };
  },
});

/** Parts and happenings in one order: both by their place in the log. First parts are told by what began with them. */
async function findLines(
  { sql: database }: QueryContext<unknown>,
  { household, before, limit }: { household: string; before: string | undefined; limit: number },
): Promise<FoundLine[]> {
  const isBefore = before === undefined ? sql<boolean>`true` : sql<boolean>`at < ${before}::bigint`;
  const { rows } = await sql<FoundLine>`select line.*, ${personName("line.by_account")} as by_name,
      coalesce((select name from registry.person where person = line.subject), '') as subject_name
    from (
      select seq as at, 'part' as kind, time_ms, id, giver as by_account, subject, version, base, reason, words, device, made_ms, form, sets, basis,
        '{}'::jsonb as data
      from registry.part where household = ${household} and version > 1
      union all
      select seq * ${partsPerEvent} + ${partsPerEvent - 1} as at, kind, time_ms, id, by_account, null, 0, 0, null, (
          select said.said->>'words' from registry.said said
          where said.subject = happening.household and said.commitment = data->>'text' and said.giver = by_account),
        null, null, null, null, null, data
      from registry.happening where household = ${household}) line
    where ${isBefore} order by at desc limit ${limit}`.execute(database);
  return rows;
}

async function countLines({ sql: database }: QueryContext<unknown>, household: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`select (
      (select count(*) from registry.part where household = ${household} and version > 1)
      + (select count(*) from registry.happening where household = ${household}))::int as total`.execute(database);
  return rows[0]?.total ?? 0;
}

function historyLine(found: FoundLine, fields: ReadonlySet<string>): HistoryLine {
  const { kind, subject, version, base, reason, words, device, form, data } = found;
  return {
    at: String(found.at),
    kind,
    timeMs: found.time_ms,
    transaction: found.id,
    by: { account: found.by_account, name: found.by_name },
    subject,
    subjectName: found.subject_name,
    version,
    base,
    reason,
    words,
    device,
    madeMs: found.made_ms,
    form,
    sets: onlySeen(found.sets ?? {}, fields),
    ...(found.basis !== null && { basis: onlySeen(found.basis, fields) }),
    data,
  };
}
