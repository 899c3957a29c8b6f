import { findJson } from "@mingbai/codec/find-json";
import { withSmallGroupsHidden } from "@mingbai/measures/hiding/with-small-groups-hidden";
import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { compareTargets, type Target } from "../../content/policy/compare-targets.ts";
import { compilePolicy, type ReadyPolicy } from "../../content/policy/compile-policy.ts";
import { countyPolicy } from "../../content/policy/county/county-policy.ts";
import { EntryPolicy } from "../../content/policy/entry-policy.ts";
import type { Outcome } from "../../content/policy/judgement.ts";
import { PolicyDraft, policyOfDraft } from "../../content/policy/policy-draft.ts";
import { type ComparedPolicies, policyTargetsView } from "../../views/cases.ts";
import { askingIn } from "../ask-rows.ts";
import { getForm } from "../get-form.ts";
import { findScope, officeReaders } from "../reader-scope.ts";
import { findTargets } from "./find-targets.ts";
import { officeTargets } from "./office-targets.ts";

type View = typeof policyTargetsView;

const outcomes: readonly Outcome[] = ["holds", "fails", "unknown"];

export const policyTargets = defineQuery<unknown, View["params"], View["result"]>(policyTargetsView, {
  title: { en: "Whom a policy would include, and who could leave", zh: "政策会纳入谁，谁能退出" },
  allow: officeReaders,
  async answer(context, { draft, area }) {
    const { nowMs, readAt } = await readNow(context);
    const policies = await readyPolicies(context, draft);
    const scope = await findScope(context, nowMs);
    const { entries, exits, isCut } = await findTargets(context, { scope, area, policies, nowMs });
    const isOffice = scope.kind !== "all";
    const compared = async (targets: readonly Target[]): Promise<ComparedPolicies> => {
      const table = tableOf(targets, isOffice);
      const office = isOffice ? await officeTargets(context, compareTargets(targets)) : null;
      return { households: table.at(-1)?.at(-1) ?? null, table, office };
    };
    return { entries: await compared(entries), exits: await compared(exits), isCut, readAt };
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

function tableOf(targets: readonly Target[], isOffice: boolean): (number | null)[][] {
  const counts = outcomes.map((a) => outcomes.map((b) => targets.filter((one) => one.a === a && one.b === b).length));
  const shown = withSmallGroupsHidden({ rows: outcomes, columns: outcomes, counts }, ...(isOffice ? [1] : []));
  const plain = (count: number | "HIDDEN") => (count === "HIDDEN" ? null : count);
  return [
    ...shown.counts.map((row, at) => [...row, shown.rowTotals[at] ?? 0].map(plain)),
    [...shown.columnTotals, shown.total].map(plain),
  ];
}
