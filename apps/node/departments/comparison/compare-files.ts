import { checkFile } from "@mingbai/registry/content/check/check-file";
import { compareHousehold } from "@mingbai/registry/content/compare/compare-household";
import type { ComparedFile } from "@mingbai/registry/content/compare/household-index";
import type { Question } from "@mingbai/registry/content/compare/subjects";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { villageRow } from "@mingbai/registry/content/village/village-row";
import type { Settlements } from "./settlements.ts";
import type { FoundRow } from "./write-verdicts.ts";

/** By what all files of a run are compared. */
export type Comparing = Omit<Question, "file"> & {
  readonly form: FormDefinition;
  readonly settlements: Settlements;
};

/** Verdicts alone, as a run over the county writes them. */
export function compareFiles(
  files: readonly ComparedFile[],
  { settlements, form: _, ...shared }: Comparing,
): FoundRow[] {
  return files.map((file) => {
    const verdict = compareHousehold({ ...shared, file, settled: settlements.of(file.household) });
    return { verdict, people: file.people.length };
  });
}

/** Verdicts with faults of the form and proposals for cleaning: the check of a village. */
export function checkFiles(files: readonly ComparedFile[], { settlements, ...shared }: Comparing): FoundRow[] {
  return files.map((file) => {
    const faults = checkFile(shared.form, file, { day: shared.day });
    return villageRow({ file, faults, settled: settlements.of(file.household) }, shared);
  });
}
