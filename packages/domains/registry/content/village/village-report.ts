import type { Question } from "../compare/subjects.ts";
import type { FormDefinition } from "../form/definition.ts";
import { type GatheredRows, gatherRows } from "./gather-rows.ts";
import { type VillageFile, villageRow } from "./village-row.ts";

export interface VillageQuestion extends Omit<Question, "file"> {
  /** Its code, 12 digits. */
  readonly village: string;
  readonly form: FormDefinition;
  readonly files: readonly VillageFile[];
}

/** One check of a whole village. */
export interface VillageReport extends GatheredRows {
  readonly village: string;
  readonly day: string;
  /** Of the rule set. */
  readonly version: number;
}

/** Verdicts, faults of forms and proposals for cleaning of all households of a village, grouped and counted. */
export function villageReport({ village, files, ...question }: VillageQuestion): VillageReport {
  const rows = files.map((file) => villageRow(file, question));
  return { village, day: question.day, version: question.rules.version, ...gatherRows(rows) };
}
