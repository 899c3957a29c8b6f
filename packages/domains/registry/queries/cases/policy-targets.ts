import { findJson } from "@mingbai/codec/find-json";
import { withSmallGroupsHidden } from "@mingbai/measures/hiding/with-small-groups-hidden";
import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import type { Verdict } from "../../content/compare/verdict.ts";
import { type SubjectFile, valuesOf } from "../../content/file/subject-file.ts";
import { compareTargets, judgeTarget, type Target } from "../../content/policy/compare-targets.ts";
import { compilePolicy, type ReadyPolicy } from "../../content/policy/compile-policy.ts";
import { countyPolicy } from "../../content/policy/county/county-policy.ts";
import { EntryPolicy } from "../../content/policy/entry-policy.ts";
import type { PolicyCase } from "../../content/policy/judge-conditions.ts";
import type { Outcome } from "../../content/policy/judgement.ts";
import { PolicyDraft, policyOfDraft } from "../../content/policy/policy-draft.ts";
import { policyTargetsView, targetsMax } from "../../views/cases.ts";
import { askingIn } from "../ask-rows.ts";
import { getForm } from "../get-form.ts";
import { areasIn } from "../list-filter.ts";
import { findScope, isKept, officeReaders, type Scope } from "../reader-scope.ts";
import { officeTargets } from "./office-targets.ts";

type View = typeof policyTargetsView;

const atOnce = 500;
const zoneMs = 8 * 3_600_000;
const outcomes: readonly Outcome[] = ["holds", "fails", "unknown"];

interface FoundHousehold {
  readonly household: string;
  readonly file: SubjectFile;
  readonly residents: readonly SubjectFile[] | null;
  readonly reasons: Verdict["reasons"] | null;
}

/** PERF: files are read and judged some hundred at a time; of each only what the policies make of it stays in memory. */
export const policyTargets = defineQuery<unknown, View["params"], View["result"]>(policyTargetsView, {
  title: { en: "Whom a policy would include", zh: "政策会纳入谁" },
  allow: officeReaders,
  async answer(context, { draft, area }) {
    const { nowMs, readAt } = await readNow(context);
    const policies = await readyPolicies(context, draft);
    const scope = await findScope(context, nowMs);
    // Ages are counted by the day where the ledger is.
    const day = new Date(nowMs + zoneMs).toISOString().slice(0, "YYYY-MM-DD".length);
    const { targets, isCut } = await findTargets(context, { scope, area, policies, day });
    const isOffice = scope.kind !== "all";
    const office = isOffice ? await officeTargets(context, compareTargets(targets)) : null;
    const table = tableOf(targets, isOffice);
    return { households: table.at(-1)?.at(-1) ?? null, isCut, table, office, readAt };
  },
});

async function readyPolicies(
  { sql: database }: QueryContext<unknown>,
  text: string,
): Promise<{ a: ReadyPolicy; b: ReadyPolicy }> {
  const { rows } = await sql<{
    policy: unknown;
  }>`select policy from registry.policy order by version desc limit 1`.execute(database);
  const inForce = rows[0] === undefined ? countyPolicy : EntryPolicy.parse(rows[0].policy);
  const draft = PolicyDraft.safeParse(findJson(text));
  if (!draft.success) throw draftFault("the draft is none", "内容不完整");
  const form = await getForm(askingIn(database));
  const ready = [inForce, policyOfDraft(inForce, draft.data)].map((policy) => compilePolicy(policy, form));
  const [a, b] = ready.map((one) => {
    if ("fault" in one) throw draftFault(`condition ${one.condition}: ${one.en}`, `条件 ${one.condition}：${one.zh}`);
    return one;
  });
  if (a === undefined || b === undefined) throw new Error("two policies were made ready");
  return { a, b };
}

function draftFault(en: string, zh: string): QueryRefusal {
  return new QueryRefusal("DRAFT_FAULT", 422, {
    en: `This policy cannot be judged: ${en}.`,
    zh: `这份政策无法判定：${zh}`,
  });
}

async function findTargets(
  { sql: database }: QueryContext<unknown>,
  {
    scope,
    area,
    policies,
    day,
  }: { scope: Scope; area: string | undefined; policies: { a: ReadyPolicy; b: ReadyPolicy }; day: string },
): Promise<{ targets: readonly Target[]; isCut: boolean }> {
  const inArea = area === undefined ? sql<boolean>`true` : sql<boolean>`area = any(${areasIn(area)})`;
  const targets: Target[] = [];
  for (let after = ""; targets.length < targetsMax; after = targets.at(-1)?.household ?? "") {
    const { rows } = await sql<FoundHousehold>`select one.household, one.file, found.reasons,
        (select json_agg(person.file order by person.position) from registry.person person
         where person.household = one.household and person.ended is null) as residents
      from (select household, file from registry.household
          where ended is null and ${isKept(scope)} and ${inArea} and household > ${after}
          order by household limit ${atOnce}) one
        left join comparison.verdict found on found.household = one.household
      order by one.household`.execute(database);
    for (const row of rows) targets.push(judgeTarget(row.household, caseOf(row, day), policies));
    if (rows.length < atOnce) return { targets, isCut: false };
  }
  return { targets, isCut: true };
}

function caseOf({ file, residents, reasons }: FoundHousehold, day: string): PolicyCase {
  const values = { values: valuesOf(file), people: (residents ?? []).map((one) => ({ values: valuesOf(one) })) };
  return { file: values, day, ...(reasons !== null && { verdict: { reasons } }) };
}

function tableOf(targets: readonly Target[], isOffice: boolean): (number | null)[][] {
  const counts = outcomes.map((a) => outcomes.map((b) => targets.filter((one) => one.a === a && one.b === b).length));
  const shown = withSmallGroupsHidden({ rows: outcomes, columns: outcomes, counts }, ...(isOffice ? [1] : []));
  const plain = (count: number | "HIDDEN") => (count === "HIDDEN" ? null : count);
  return [
    ...shown.counts.map((row, at) => [...row, shown.rowTotals[at] ?? 0].map(plain)),
    [...shown.columnTotals, shown.total].map(plain),
  ];
}
