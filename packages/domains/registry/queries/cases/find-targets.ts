import { localDate } from "@mingbai/ledger/calendar/local-days";
import type { QueryContext } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { Verdict } from "../../content/compare/verdict.ts";
import type { HouseholdValues } from "../../content/file/household-values.ts";
import type { FieldChange } from "../../content/file/part.ts";
import { type SubjectFile, valuesOf } from "../../content/file/subject-file.ts";
import { judgeTarget, type Target } from "../../content/policy/compare-targets.ts";
import type { ReadyPolicy } from "../../content/policy/compile-policy.ts";
import type { FileChange } from "../../content/policy/income-findings.ts";
import { judgeExitTarget, type Leaving } from "../../content/policy/judge-exit-target.ts";
import { targetsMax } from "../../views/cases.ts";
import { areasIn } from "../list-filter.ts";
import { isKept, type Scope } from "../reader-scope.ts";

const atOnce = 500;

interface Policies {
  readonly a: ReadyPolicy;
  readonly b: ReadyPolicy;
}

/** The day of a moment where the ledger is: ages and months are counted by it. */
type DayOf = (timeMs: number) => string;

interface FoundHousehold {
  readonly household: string;
  readonly opened_ms: string;
  readonly file: SubjectFile;
  readonly residents: readonly SubjectFile[] | null;
  readonly reasons: Verdict["reasons"] | null;
  /** The last case that decided how it stands. */
  readonly kind: "entry" | "exit" | null;
  readonly stage: "observed" | "accepted" | "returned" | null;
  readonly since_ms: string | null;
  readonly changes: readonly { readonly ms: number; readonly sets: Readonly<Record<string, FieldChange>> }[] | null;
}

/**
 * What two policies make of each household in scope, and of each that is monitored whether it could leave. PERF: files are read
 * and judged some hundred at a time; of each only what the policies make of it stays in memory.
 */
export async function findTargets(
  { sql: database, zone }: QueryContext<unknown>,
  { scope, area, policies, nowMs }: { scope: Scope; area: string | undefined; policies: Policies; nowMs: number },
): Promise<{ entries: readonly Target[]; exits: readonly Target[]; isCut: boolean }> {
  const inArea = area === undefined ? sql<boolean>`true` : sql<boolean>`area = any(${areasIn(area)})`;
  const amounts = amountsOf(policies);
  const dayOf: DayOf = (timeMs) => localDate(zone, timeMs);
  const entries: Target[] = [];
  const exits: Target[] = [];
  for (let after = ""; entries.length < targetsMax; after = entries.at(-1)?.household ?? "") {
    const { rows } = await sql<FoundHousehold>`select one.household, one.opened_ms, one.file, found.reasons,
        decided.kind, decided.stage, decided.changed_ms as since_ms,
        (select json_agg(person.file order by person.position) from registry.person person
         where person.household = one.household and person.ended is null) as residents,
        (select json_agg(json_build_object('ms', part.time_ms, 'sets', part.sets) order by part.seq) from registry.part part
         where part.subject = one.household and part.version > 1 and part.sets ?| ${amounts}) as changes
      from (select household, opened_ms, file from registry.household
          where ended is null and ${isKept(scope)} and ${inArea} and household > ${after}
          order by household limit ${atOnce}) one
        left join comparison.verdict found on found.household = one.household
        left join lateral (select kind, stage, changed_ms from registry.case
          where registry.case.household = one.household and stage in ('observed', 'accepted', 'returned')
          order by opened_ms desc, case_id desc limit 1) decided on true
      order by one.household`.execute(database);
    for (const row of rows) {
      const asked = caseOf(row, dayOf(nowMs));
      entries.push(judgeTarget(row.household, asked, policies));
      const monitored = findMonitored(row, asked.file, dayOf);
      if (monitored !== undefined)
        exits.push(judgeExitTarget(row.household, { ...asked, ...historyOf(row, dayOf), ...monitored }, policies));
    }
    if (rows.length < atOnce) return { entries, exits, isCut: false };
  }
  return { entries, exits, isCut: true };
}

function amountsOf({ a, b }: Policies): string[] {
  const kinds = [a, b].flatMap(({ policy: { formula } }) => [...formula.adds, ...formula.deducts]);
  return [...new Set(kinds.map(({ kind }) => kind))];
}

function caseOf({ file, residents, reasons }: FoundHousehold, day: string) {
  const values = { values: valuesOf(file), people: (residents ?? []).map((one) => ({ values: valuesOf(one) })) };
  return { file: values, day, ...(reasons !== null && { verdict: { reasons } }) };
}

/** Since when it is monitored: by its cases, and by its file where it came with a list. Undefined: it is not. */
function findMonitored(
  { kind, stage, since_ms }: FoundHousehold,
  { values }: HouseholdValues,
  dayOf: DayOf,
): Pick<Leaving, "monitoredOn"> | undefined {
  if (stage !== null) {
    const isMonitored = stage === "returned" || (stage === "accepted" && kind === "entry");
    return isMonitored ? { monitoredOn: dayOf(Number(since_ms)) } : undefined;
  }
  const { monitored, monitoredOn } = values;
  if (monitored === undefined) return undefined;
  return typeof monitoredOn === "string" ? { monitoredOn } : {};
}

function historyOf(
  { opened_ms, changes }: FoundHousehold,
  dayOf: DayOf,
): { openedOn: string; changes: readonly FileChange[] } {
  return {
    openedOn: dayOf(Number(opened_ms)),
    changes: (changes ?? []).map(({ ms, sets }) => ({ on: dayOf(ms), sets })),
  };
}
