import { role } from "@mingbai/ledger/authority/role";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { type ComparisonRun, comparisonRunsView } from "../../views/comparison-runs.ts";
import { personName } from "../names.ts";
import type { RunState, SourceProgress } from "./comparison-tables.ts";

type View = typeof comparisonRunsView;

interface FoundRun {
  readonly run: string;
  readonly village: string | null;
  readonly state: RunState;
  readonly trouble: string | null;
  readonly by_account: string | null;
  readonly by_name: string;
  readonly slot_ms: number | null;
  readonly started_ms: number;
  readonly ended_ms: number | null;
  readonly day: string;
  readonly version: number;
  readonly households: number;
  readonly done: number;
  readonly red: number;
  readonly yellow: number;
  readonly green: number;
  readonly facts: number;
  readonly unregistered: number;
  readonly sources: readonly SourceProgress[];
}

/** Who may start a run, and sees how far it is. */
export const comparers = [role("caseHandler"), role("operator"), role("leader"), role("supervisor")];

export const comparisonRuns = defineQuery<unknown, View["params"], View["result"]>(comparisonRunsView, {
  title: { en: "Comparisons with what departments know", zh: "部门数据比对" },
  allow: comparers,
  async answer({ sql: database, readAt }, { run, of, limit }) {
    const which = run === undefined ? sql<boolean>`true` : sql<boolean>`run = ${run}`;
    const about =
      of === undefined
        ? sql<boolean>`true`
        : of === "county"
          ? sql<boolean>`village is null`
          : sql<boolean>`village = ${of}`;
    const { rows } = await sql<FoundRun>`select one.*, ${personName("one.by_account")} as by_name
      from comparison.run one where ${which} and ${about} order by started_ms desc, run limit ${limit}`.execute(
      database,
    );
    const clock = await sql<{ next_ms: number }>`select next_ms from comparison.clock`.execute(database);
    return { rows: rows.map(runOf), nextMs: clock.rows[0]?.next_ms ?? null, readAt: await readAt() };
  },
});

function runOf({
  by_account,
  by_name,
  slot_ms,
  started_ms,
  ended_ms,
  red,
  yellow,
  green,
  sources,
  ...rest
}: FoundRun): ComparisonRun {
  return {
    ...rest,
    by: by_account,
    byName: by_name,
    slotMs: slot_ms,
    startedMs: started_ms,
    endedMs: ended_ms,
    levels: { red, yellow, green },
    sources: sources.map(({ en, zh, asked, of, sourceMs, trouble, ...source }) => ({
      ...source,
      title: { en, zh },
      asked: asked ?? null,
      of: of ?? null,
      sourceMs: sourceMs ?? null,
      trouble: trouble ?? null,
    })),
  };
}
