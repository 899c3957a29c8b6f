import { maskIdentityNumber } from "@mingbai/national-codes/identity-number/mask-identity-number";
import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type RawBuilder, sql } from "kysely";
import type { Unregistered } from "../../content/compare/find-unregistered.ts";
import type { Reason } from "../../content/compare/verdict.ts";
import { type UnregisteredLine, unregisteredView } from "../../views/unregistered.ts";
import { areasIn } from "../list-filter.ts";
import { areaNames, namesOf } from "../names.ts";
import { findScope, isKept, type Scope } from "../reader-scope.ts";
import { comparers } from "./comparison-runs.ts";

type View = typeof unregisteredView;

interface FoundGroup {
  readonly place: number;
  readonly found: Unregistered;
  readonly area: string | null;
  readonly area_names: readonly string[] | null;
  readonly besides: readonly UnregisteredLine["besides"][number][] | null;
}

/** PERF: a run finds hundreds; the villages are those of the reader's files, gone through once. */
export const unregistered = defineQuery<unknown, View["params"], View["result"]>(unregisteredView, {
  title: { en: "Who should be in the registry and is not", zh: "应建档未建档的人" },
  allow: comparers,
  async answer(context, { rule, area, cursor, limit }) {
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const inArea = area === undefined ? sql<boolean>`true` : sql<boolean>`home.area = any(${areasIn(area)})`;
    const theirs = theirGroups(scope, inArea);
    const ofRule = rule === undefined ? sql<boolean>`true` : hasRule(rule);
    const after = cursor === undefined ? sql<boolean>`true` : sql<boolean>`place > ${cursor}`;
    const [groups, count, rules, day] = await Promise.all([
      findGroups(context, { theirs, which: sql`${ofRule} and ${after}`, limit: limit + 1, scope }),
      countGroups(context, theirs, ofRule),
      countRules(context, theirs),
      findDay(context),
    ]);
    const page = groups.slice(0, limit);
    const last = page.at(-1);
    const next = groups.length > page.length && last !== undefined ? String(last.place) : null;
    return { rows: page.map(lineOf), next, count, rules, day, readAt };
  },
});

/** Found groups with the area of their village: one of the reader's, or none where no list says where they live. */
function theirGroups(scope: Scope, inArea: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`(with home as (
      select village, min(area) as area from registry.household where ended is null and village <> '' and ${isKept(scope)} group by village)
    select place, found, home.area from comparison.unregistered one left join home on home.village = one.found ->> 'village'
    where (home.area is not null or one.found ->> 'village' is null) and ${inArea} and exists (select from home))`;
}

function hasRule(rule: string): RawBuilder<boolean> {
  return sql<boolean>`jsonb_path_exists(found, '$.reasons[*] ? (@.rule == $rule)', jsonb_build_object('rule', ${rule}::text))`;
}

async function findGroups(
  { sql: database }: QueryContext<unknown>,
  parts: {
    readonly theirs: RawBuilder<unknown>;
    readonly which: RawBuilder<unknown>;
    readonly limit: number;
    readonly scope: Scope;
  },
): Promise<FoundGroup[]> {
  const { theirs, which, limit, scope } = parts;
  const { rows } = await sql<FoundGroup>`select one.*, ${areaNames("one.area")} as area_names,
      (select json_agg(json_build_object('household', household, 'number', number, 'head', head) order by number, household)
       from registry.household where household in (select jsonb_array_elements_text(one.found -> 'besides')) and ${isKept(scope)}) as besides
    from (select * from ${theirs} found_here where ${which} order by place limit ${limit}) one order by one.place`.execute(
    database,
  );
  return rows;
}

async function countGroups(
  { sql: database }: QueryContext<unknown>,
  theirs: RawBuilder<unknown>,
  which: RawBuilder<boolean>,
): Promise<number> {
  const counted = sql<{ count: number }>`select count(*)::int as count from ${theirs} found_here where ${which}`;
  const { rows } = await counted.execute(database);
  return rows[0]?.count ?? 0;
}

async function countRules(
  { sql: database }: QueryContext<unknown>,
  theirs: RawBuilder<unknown>,
): Promise<{ rule: string; groups: number }[]> {
  const { rows } = await sql<{ rule: string; groups: number }>`select rule, count(distinct place)::int as groups
    from ${theirs} found_here, jsonb_path_query(found, '$.reasons[*].rule') as named, lateral (select named #>> '{}' as rule) told
    group by rule order by groups desc, rule`.execute(database);
  return rows;
}

async function findDay({ sql: database }: QueryContext<unknown>): Promise<string | null> {
  const { rows } = await sql<{ day: string }>`select day from comparison.run
    where village is null and state = 'done' order by started_ms desc limit 1`.execute(database);
  return rows[0]?.day ?? null;
}

function lineOf({ place, found, area, area_names, besides }: FoundGroup): UnregisteredLine {
  const { village = null, people, reasons, against } = found;
  return {
    place,
    area: area === null ? null : namesOf(area, area_names),
    village,
    people: people.map(({ name, identityNumber }) => ({ name, number: maskIdentityNumber(identityNumber) })),
    besides: [...(besides ?? [])],
    reasons: reasons.map(shown),
    against: against.map(shown),
  };
}

function shown({ rule, level, facts, words, action, person }: Reason): UnregisteredLine["reasons"][number] {
  return { rule, level, facts: [...facts], words, action, name: person?.name ?? "" };
}
