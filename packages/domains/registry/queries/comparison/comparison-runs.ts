import { role } from "@mingbai/ledger/authority/role";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { type ComparisonRun, comparisonRunsView } from "../../views/comparison.ts";
import type { RunState, SourceProgress } from "./comparison-tables.ts";

type View = typeof comparisonRunsView;

interface FoundRun {
  readonly run: string;
  readonly village: string | null;
  readonly state: RunState;
  readonly trouble: string | null;
  readonly by_account: string;
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
  async answer({ sql: database, readAt }, { run, limit }) {
    const which = run === undefined ? sql<boolean>`true` : sql<boolean>`run = ${run}`;
    const { rows } = await sql<FoundRun>`select * from comparison.run where ${which}
      order by started_ms desc, run limit ${limit}`.execute(database);
    return { rows: rows.map(runOf), readAt: await readAt() };
  },
});

function runOf({ by_account, started_ms, ended_ms, red, yellow, green, sources, ...rest }: FoundRun): ComparisonRun {
  return {
    ...rest,
    by: by_account,
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
