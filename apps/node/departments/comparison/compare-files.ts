import { checkFile } from "@mingbai/registry/content/check/check-file";
import { compareHousehold } from "@mingbai/registry/content/compare/compare-household";
import type { ComparedFile } from "@mingbai/registry/content/compare/household-index";
import type { Settlement } from "@mingbai/registry/content/compare/settlement";
import type { Question } from "@mingbai/registry/content/compare/subjects";
import type { FormDefinition } from "@mingbai/registry/content/form/definition";
import { villageRow } from "@mingbai/registry/content/village/village-row";
import type { FoundRow } from "./write-verdicts.ts";

/** By what all files of a run are compared. */
export type Comparing = Omit<Question, "file"> & { readonly form: FormDefinition };

/** What was settled about households; those of which nothing was are missing. */
type Settled = ReadonlyMap<string, readonly Settlement[]>;

/** Verdicts alone, as a run over the county writes them. */
export function compareFiles(
  files: readonly ComparedFile[],
  { form: _, ...shared }: Comparing,
  settled: Settled,
): FoundRow[] {
  return files.map((file) => {
    const verdict = compareHousehold({ ...shared, file, settled: settled.get(file.household) ?? [] });
    return { verdict, people: file.people.length };
  });
}

/** Verdicts with faults of the form and proposals for cleaning: the check of a village. */
export function checkFiles(files: readonly ComparedFile[], shared: Comparing, settled: Settled): FoundRow[] {
  return files.map((file) => {
    const faults = checkFile(shared.form, file, { day: shared.day });
    return villageRow({ file, faults, settled: settled.get(file.household) ?? [] }, shared);
  });
}
