import { fileDeciders } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import type { Around } from "../../content/assign/pair.ts";
import { proposeAssignments } from "../../content/assign/propose-assignments.ts";
import { householdsPerActMax } from "../../schema/help.ts";
import { assignmentProposalView, proposedAmongMax } from "../../views/help.ts";
import { areasIn } from "../list-filter.ts";
import { areaNames, namesOf, personName, somebody } from "../names.ts";
import { findScope, isKept } from "../reader-scope.ts";
import { findHelpers } from "./find-helpers.ts";

type View = typeof assignmentProposalView;

interface FoundHousehold {
  readonly household: string;
  readonly number: string;
  readonly head: string;
  readonly area: string;
  readonly area_names: readonly string[] | null;
  readonly monitored: string;
  readonly cause: string;
  readonly language: string;
  readonly responsible: string | null;
  readonly responsible_name: string;
}

/** PERF: 2,000 households at most, of 20,000 that are read; the counting itself takes less than a second. */
export const assignmentProposal = defineQuery<unknown, View["params"], View["result"]>(assignmentProposalView, {
  title: { en: "Who should answer for which household", zh: "帮扶责任人建议" },
  allow: fileDeciders.map(role),
  async answer(context, { area, whom }) {
    const { nowMs, readAt } = await readNow(context);
    const [kept, around] = [await findKept(context, { area, nowMs }), await findAround(context)];
    const helpers = await findHelpers(context, nowMs);
    const holders = new Map(helpers.map((one) => [one.account, one]));
    const isLookedAfter = ({ responsible, area: where }: FoundHousehold): boolean =>
      responsible !== null && holders.get(responsible)?.areas.some((one) => around.get(where)?.includes(one)) === true;
    const asked = whom === "all" ? kept : kept.filter((household) => !isLookedAfter(household));
    if (asked.length > householdsPerActMax) throw tooLarge();
    const there = new Set(asked.flatMap((one) => around.get(one.area) ?? []));
    const released = Map.groupBy(asked, ({ responsible }) => responsible);
    const able = helpers
      .filter(({ areas }) => areas.some((one) => there.has(one)))
      .map((one) => ({ ...one, taken: one.answersFor - (released.get(one.account)?.length ?? 0) }));
    const proposal = proposeAssignments({ households: asked, helpers: able, around });
    const places = [...new Set(asked.map((one) => one.area))];
    const shown = new Map(asked.map((one) => [one.household, one]));
    const shownOf = ({ household, need }: { household: string; need: number }) => {
      const found = shown.get(household);
      if (found === undefined) throw new Error(`household ${household} was not asked about`);
      return { ...proposedOf(found), need };
    };
    return {
      rows: proposal.pairs.map((pair) => ({ ...shownOf(pair), to: pair.account, reasons: [...pair.reasons] })),
      left: proposal.left.map((one) => ({ ...shownOf(one), because: one.because })),
      helpers: able.map(({ account, name, areas, placesMax, taken }) => ({
        account,
        name,
        areas: places.filter((place) => around.get(place)?.some((one) => areas.includes(one))),
        placesMax,
        taken,
      })),
      readAt,
    };
  },
});

/** Households that the reader's organisation keeps there, as lists show them. */
async function findKept(
  context: QueryContext<unknown>,
  { area, nowMs }: { area: string; nowMs: number },
): Promise<readonly FoundHousehold[]> {
  const scope = await findScope(context, nowMs);
  const { rows } =
    await sql<FoundHousehold>`select one.household, one.number, one.head, one.area, one.monitored, one.cause,
      one.responsible, coalesce(one.file->'fields'->'language'->>'value', '') as language,
      ${areaNames("one.area")} as area_names, ${personName("one.responsible")} as responsible_name
    from (select * from registry.household where ended is null and area = any(${areasIn(area)}) and ${isKept(scope)}
      order by number, household limit ${proposedAmongMax + 1}) one order by one.number, one.household`.execute(
      context.sql,
    );
  if (rows.length > proposedAmongMax) throw tooLarge();
  return rows;
}

/** Every area with all around it. */
async function findAround({ sql: database }: QueryContext<unknown>): Promise<Around> {
  const { rows } = await sql<{ area: string; around: readonly string[] }>`with recursive outer_area as (
      select area, area as at from identity.area
      union all select inner_area.area, named.parent from outer_area inner_area
        join identity.area named on named.area = inner_area.at where named.parent is not null)
    select area, json_agg(at) as around from outer_area group by area`.execute(database);
  return new Map(rows.map(({ area, around }) => [area, around]));
}

function proposedOf({ area, area_names, responsible, responsible_name, ...found }: FoundHousehold) {
  const { household, number, head, monitored, cause } = found;
  const from = somebody(responsible, responsible_name);
  return { household, number, head, area: namesOf(area, area_names), monitored, cause, from };
}

function tooLarge(): QueryRefusal {
  return new QueryRefusal("PROPOSAL_TOO_LARGE", 422, {
    en: `One decision is about ${householdsPerActMax} households at most. Choose a smaller area.`,
    zh: `一次最多安排 ${householdsPerActMax} 户，请选小一些的范围`,
  });
}
