import type { FileFault } from "../check/file-fault.ts";
import { countGroups, type Group } from "../compare/count-groups.ts";
import { type Level, levels } from "../compare/verdict.ts";
import type { VillageRow } from "./village-row.ts";

/** What rows of a village add up to: what to print, each number with the households behind it. */
export interface GatheredRows {
  readonly households: number;
  readonly people: number;
  readonly levels: Readonly<Record<Level, readonly string[]>>;
  /** By rule: open reasons, and those settled. */
  readonly open: readonly Group[];
  readonly settled: readonly Group[];
  /** By code of the fault, or id of the form's rule. */
  readonly faults: readonly Group[];
  /** By where the proposal comes from. */
  readonly proposals: readonly Group[];
  /** Those that have something to be looked at: the worst first, then as they came. */
  readonly rows: readonly VillageRow[];
}

/** Groups and counts rows, however long ago each was found. */
export function gatherRows(rows: readonly VillageRow[]): GatheredRows {
  const idsAt = (level: Level) =>
    rows.filter(({ verdict }) => verdict.level === level).map(({ household }) => household);
  return {
    households: rows.length,
    people: rows.reduce((sum, { people }) => sum + people, 0),
    levels: { red: idsAt("red"), yellow: idsAt("yellow"), green: idsAt("green") },
    open: countGroups(rows, ({ verdict }) => verdict.reasons.map(({ rule }) => rule)),
    settled: countGroups(rows, ({ verdict }) => verdict.settled.map(({ reason }) => reason.rule)),
    faults: countGroups(rows, (row) => row.faults.map(nameOf)),
    proposals: countGroups(rows, (row) => row.proposals.map(({ because }) => because.kind)),
    rows: levels.flatMap((level) => rows.filter((row) => row.verdict.level === level && hasAnything(row))),
  };
}

function nameOf({ fault, values }: FileFault): string {
  return fault === "RULE" ? String(values.rule) : fault;
}

function hasAnything({ verdict, faults, proposals }: VillageRow): boolean {
  const { reasons, settled, unjudged } = verdict;
  return [reasons, settled, unjudged, faults, proposals].some((list) => list.length > 0);
}
