import type { FileFault } from "../check/file-fault.ts";
import { compareHousehold } from "../compare/compare-household.ts";
import type { ComparedFile } from "../compare/household-index.ts";
import type { Settlement } from "../compare/settlement.ts";
import type { Question } from "../compare/subjects.ts";
import type { Verdict } from "../compare/verdict.ts";
import type { FormDefinition } from "../form/definition.ts";
import type { Proposal } from "./proposal.ts";
import { proposeCleaning } from "./propose-cleaning.ts";

/** A household of the village with what its form finds wrong and what was settled about it. */
export interface VillageFile {
  readonly file: ComparedFile;
  readonly faults: readonly FileFault[];
  readonly settled?: readonly Settlement[];
}

/** All that one check finds of a household. */
export interface VillageRow {
  readonly household: string;
  /** The first person's name, who is the head. */
  readonly name?: string;
  readonly people: number;
  readonly verdict: Verdict;
  readonly faults: readonly FileFault[];
  readonly proposals: readonly Proposal[];
}

/** Verdict, faults of the form and proposals for cleaning of one household. */
export function villageRow(
  { file, faults, settled = [] }: VillageFile,
  { form, ...question }: Omit<Question, "file"> & { readonly form: FormDefinition },
): VillageRow {
  const verdict = compareHousehold({ ...question, file, settled });
  const name = file.people[0]?.values.name;
  const proposals = proposeCleaning({ ...question, file }, form, verdict);
  const { household, people } = file;
  return {
    household,
    people: people.length,
    verdict,
    faults,
    proposals,
    ...(typeof name === "string" && { name }),
  };
}
