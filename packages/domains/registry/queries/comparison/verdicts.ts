import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { type Level, levels } from "../../content/compare/verdict.ts";
import { type VerdictLine, verdictsView } from "../../views/verdicts.ts";
import { areasIn } from "../list-filter.ts";
import { areaNames, namesOf } from "../names.ts";
import { findScope, inScope, officeReaders } from "../reader-scope.ts";
import type { VerdictRecord } from "./comparison-tables.ts";

type View = typeof verdictsView;
type Params = z.output<View["params"]>;

interface FoundLine
  extends Pick<VerdictRecord, "household" | "day" | "rank" | "checked_ms" | "rules" | "sources" | "unasked"> {
  readonly number: string;
  readonly head: string;
  readonly area: string;
  readonly area_names: readonly string[] | null;
  readonly reasons: number;
  readonly settled: number;
  readonly settled_since: number;
  readonly answered: boolean;
  readonly answered_since: boolean;
}

/** PERF: 100,000 households: a page is a range of an index, and only the counts read all verdicts of the reader's areas. */
export const verdicts = defineQuery<unknown, View["params"], View["result"]>(verdictsView, {
  title: { en: "Households by what departments know", zh: "部门数据比对结果" },
  allow: officeReaders,
  async answer(context, params) {
    const { sql: database } = context;
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const area = params.area === undefined ? sql<boolean>`true` : sql<boolean>`area = any(${areasIn(params.area)})`;
    const theirs = sql<boolean>`ended is null and ${inScope(scope)} and ${area}`;
    const [found, counts, rules] = await Promise.all([
      findPage(database, theirs, params),
      countLevels(database, theirs),
      countRules(database, theirs),
    ]);
    const page = found.slice(0, params.limit);
    const last = page.at(-1);
    const next = found.length > page.length && last !== undefined ? `${last.rank}.${last.household}` : null;
    return { rows: page.map(lineOf), next, levels: counts, rules, readAt };
  },
});

/** One row more than the page has. */
async function findPage(
  database: Kysely<unknown>,
  theirs: RawBuilder<boolean>,
  { level, rule, cursor, limit }: Params,
): Promise<FoundLine[]> {
  const conditions = [theirs];
  if (level !== undefined) conditions.push(sql<boolean>`rank = ${levels.indexOf(level)}`);
  if (rule !== undefined) conditions.push(sql<boolean>`rules @> array[${rule}]`);
  const [rank, household] = cursor?.split(".") ?? [];
  if (household !== undefined) conditions.push(sql<boolean>`(rank, found.household) > (${Number(rank)}, ${household})`);
  const { rows } =
    await sql<FoundLine>`select one.*, ${areaNames("one.area")} as area_names, (select count(*)::int from registry.settlement act
        where act.household = one.household and act.time_ms > one.checked_ms and not act.is_own) as settled_since,
        exists (select from registry.settlement act
        where act.household = one.household and act.time_ms > one.checked_ms and act.is_own) as answered_since from (
      select found.household, number, head, area, rank, day, checked_ms, rules, sources, unasked,
        jsonb_array_length(reasons) as reasons, jsonb_array_length(settled) as settled,
        jsonb_path_exists(reasons, '$[*].answer') as answered
      from comparison.verdict found join registry.household file on file.household = found.household
      where ${sql.join(conditions, sql` and `)} order by rank, found.household limit ${limit + 1}) one
    order by one.rank, one.household`.execute(database);
  return rows;
}

async function countLevels(database: Kysely<unknown>, theirs: RawBuilder<boolean>): Promise<Record<Level, number>> {
  const { rows } = await sql<{ rank: number; count: number }>`select rank, count(*)::int as count
    from comparison.verdict found join registry.household file on file.household = found.household
    where ${theirs} group by rank`.execute(database);
  const at = (level: Level) => rows.find(({ rank }) => rank === levels.indexOf(level))?.count ?? 0;
  return { red: at("red"), yellow: at("yellow"), green: at("green") };
}

async function countRules(
  database: Kysely<unknown>,
  theirs: RawBuilder<boolean>,
): Promise<{ rule: string; households: number }[]> {
  const { rows } = await sql<{ rule: string; households: number }>`select rule, count(*)::int as households
    from comparison.verdict found join registry.household file on file.household = found.household, unnest(rules) as rule
    where rank < 2 and ${theirs} group by rule order by households desc, rule`.execute(database);
  return rows;
}

function lineOf({
  area,
  area_names,
  rank,
  checked_ms,
  settled_since,
  answered,
  answered_since,
  unasked,
  rules,
  sources,
  ...rest
}: FoundLine): VerdictLine {
  return {
    ...rest,
    area: namesOf(area, area_names),
    level: levels[rank] ?? "green",
    rules: [...rules],
    sources: [...sources],
    unasked: unasked.length,
    checkedMs: checked_ms,
    settledSince: settled_since,
    isAnswered: answered || answered_since,
  };
}
