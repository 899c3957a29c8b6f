import type { FileFault } from "../check/file-fault.ts";
import { compareHousehold } from "../compare/compare-household.ts";
import { countGroups, type Group } from "../compare/count-groups.ts";
import type { ComparedFile } from "../compare/household-index.ts";
import type { Settlement } from "../compare/settlement.ts";
import type { Question } from "../compare/subjects.ts";
import { type Level, levels, type Verdict } from "../compare/verdict.ts";
import type { FormDefinition } from "../form/definition.ts";
import type { Proposal } from "./proposal.ts";
import { proposeCleaning } from "./propose-cleaning.ts";

/** A household of the village with what its form finds wrong and what was settled about it. */
export interface VillageFile {
  readonly file: ComparedFile;
  readonly faults: readonly FileFault[];
  readonly settled?: readonly Settlement[];
}

export interface VillageQuestion extends Omit<Question, "file"> {
  /** Its code, 12 digits. */
  readonly village: string;
  readonly form: FormDefinition;
  readonly files: readonly VillageFile[];
}

/** A household that has something to be looked at. */
export interface VillageRow {
  readonly household: string;
  /** The first person's name, who is the head. */
  readonly name?: string;
  readonly verdict: Verdict;
  readonly faults: readonly FileFault[];
  readonly proposals: readonly Proposal[];
}

/** One check of a whole village: what to print, each number with the households behind it. */
export interface VillageReport {
  readonly village: string;
  readonly day: string;
  /** Of the rule set. */
  readonly version: number;
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
  /** The worst first, then as the files came. */
  readonly rows: readonly VillageRow[];
}

/** Verdicts, faults of forms and proposals for cleaning of all households of a village, grouped and counted. */
export function villageReport({ village, form, files, ...question }: VillageQuestion): VillageReport {
  const rows = files.map(({ file, faults, settled = [] }): VillageRow => {
    const verdict = compareHousehold({ ...question, file, settled });
    const name = file.people[0]?.values.name;
    const proposals = proposeCleaning({ ...question, file }, form, verdict);
    return { household: file.household, verdict, faults, proposals, ...(typeof name === "string" && { name }) };
  });
  const idsAt = (level: Level) =>
    rows.filter(({ verdict }) => verdict.level === level).map(({ household }) => household);
  return {
    village,
    day: question.day,
    version: question.rules.version,
    households: files.length,
    people: files.reduce((sum, { file }) => sum + file.people.length, 0),
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
