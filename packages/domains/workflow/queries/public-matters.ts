import type { Zone } from "@mingbai/ledger/calendar/local-days";
import { defineQuery } from "@mingbai/read-model/define-query";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import { everyKey } from "../projection/seats.ts";
import { type PublicMatter, publicMattersView } from "../views/public-matter.ts";
import { organisationNames, organisationOf } from "./matter-source.ts";

type View = typeof publicMattersView;
type Params = z.output<View["params"]>;
type Result = z.output<View["result"]>;
type Condition = RawBuilder<boolean>;

/** What everybody may know of every matter; the columns are chosen here, so nothing else of a matter is even read. */
export const publicMatters = defineQuery<unknown, View["params"], View["result"]>(publicMattersView, {
  title: { en: "What all see of all matters", zh: "事项公开" },
  allow: "anyone",
  async answer({ sql: database, zone, readAt }, params) {
    const found = await findPage(database, params, zone);
    const page = found.slice(0, params.limit);
    const last = page.at(-1);
    const next = found.length > page.length && last !== undefined ? `${last.changed_ms}.${last.seq}` : null;
    const byStage = await countStages(database, params);
    return {
      rows: page.map(publicMatter),
      next,
      count: byStage.reduce((sum, { count }) => sum + count, 0),
      sumMinor: byStage.reduce((sum, one) => sum + one.sumMinor, 0),
      byStage,
      units: await findUnits(database),
      funds: await findFunds(database),
      readAt: await readAt(),
    };
  },
});

interface Found {
  readonly seq: number;
  readonly changed_ms: number;
  readonly number: string;
  readonly kind: PublicMatter["kind"];
  readonly stage: PublicMatter["stage"];
  readonly addressee: string;
  readonly names: readonly string[] | null;
  readonly fund: number;
  readonly fund_name: string;
  readonly amount: number;
  readonly submitted_on: string;
  readonly changed_on: string;
  readonly transaction: string;
  readonly paid_by: string | null;
}

/** A day in the ledger's own zone. */
function dayOf(column: "submitted_ms" | "changed_ms", { zoneOffsetMinutes }: Zone): RawBuilder<string> {
  return sql<string>`to_char(to_timestamp(${sql.ref(`matter.${column}`)} / 1000) at time zone make_interval(mins => ${zoneOffsetMinutes}), 'YYYY-MM-DD')`;
}

/** One row more than the page has. A cursor that this server did not make starts from the beginning. */
async function findPage(database: Kysely<unknown>, params: Params, zone: Zone): Promise<Found[]> {
  const [, changed, seq] = /^(\d{1,16})\.(\d{1,16})$/.exec(params.cursor ?? "") ?? [];
  const after =
    changed === undefined
      ? sql<boolean>`true`
      : sql<boolean>`(matter.changed_ms, matter.seq) < (${changed}::bigint, ${seq}::bigint)`;
  const { rows } = await sql<Found>`select matter.seq, matter.changed_ms, matter.number, matter.kind, matter.stage,
      matter.addressee, ${organisationNames("matter.addressee")} as names, matter.fund, matter.amount,
      coalesce((select name from treasury.fund fund where fund.fund = matter.fund), '') as fund_name,
      ${dayOf("submitted_ms", zone)} as submitted_on, ${dayOf("changed_ms", zone)} as changed_on, matter.paid_by,
      (select id from workflow.step step where step.seq = matter.seq order by step.at desc limit 1) as transaction
    from workflow.matter matter where ${within(params)} and ${after}
    order by matter.changed_ms desc, matter.seq desc limit ${params.limit + 1}`.execute(database);
  return rows;
}

function within({ stage, fund, unit }: Params, table: "matter" | "tally" = "matter"): Condition {
  const conditions = [sql<boolean>`true`];
  if (stage !== undefined) conditions.push(sql<boolean>`${sql.ref(`${table}.stage`)} = ${stage}`);
  if (fund !== undefined) conditions.push(sql<boolean>`${sql.ref(`${table}.fund`)} = ${fund}`);
  if (unit !== undefined) conditions.push(sql<boolean>`${sql.ref(`${table}.addressee`)} = ${unit}`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** How many stand at each stage. PERF: from tallies unless one unit's are asked for, whose matters are an index's range. */
async function countStages(database: Kysely<unknown>, params: Params): Promise<Result["byStage"]> {
  const counted =
    params.unit === undefined
      ? sql`select stage, sum(count)::bigint as count, sum(sum)::bigint as "sumMinor" from workflow.tally tally
          where key = ${everyKey} and ${within(params, "tally")} group by stage order by stage`
      : sql`select stage, count(*)::bigint as count, sum(amount)::bigint as "sumMinor" from workflow.matter matter
          where ${within(params)} group by stage order by stage`;
  const { rows } = await sql<Result["byStage"][number]>`${counted}`.execute(database);
  return rows;
}

async function findUnits(database: Kysely<unknown>): Promise<Result["units"]> {
  const { rows } = await sql<Result["units"][number]>`select organisation as id, name_en as en, name_zh as zh
    from identity.organisation where exists (select from workflow.matter where addressee = organisation)
    order by name_zh`.execute(database);
  return rows;
}

async function findFunds(database: Kysely<unknown>): Promise<Result["funds"]> {
  const { rows } = await sql<Result["funds"][number]>`select distinct tally.fund, coalesce(fund.name, '') as "fundName"
    from workflow.tally tally left join treasury.fund fund on fund.fund = tally.fund
    where tally.key = ${everyKey} order by tally.fund`.execute(database);
  return rows;
}

function publicMatter(found: Found): PublicMatter {
  return {
    number: found.number,
    kind: found.kind,
    stage: found.stage,
    unit: organisationOf(found.addressee, found.names),
    fund: found.fund,
    fundName: found.fund_name,
    amountMinor: found.amount,
    submittedOn: found.submitted_on,
    changedOn: found.changed_on,
    transaction: found.transaction,
    paidBy: found.paid_by,
  };
}
