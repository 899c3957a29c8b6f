import type { CaseFile } from "@mingbai/registry/views/cases";
import type { HouseholdFile } from "@mingbai/registry/views/household";

/** What every form of an act is given. `close`: it is done, or was given up. */
export interface CaseActProps {
  readonly found: CaseFile;
  readonly file: HouseholdFile;
  close(): void;
}
