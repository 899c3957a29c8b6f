import type { HouseholdFile } from "@mingbai/registry/views/household";

/** What every form of the drawer is given. `close`: it is done, or was given up. */
export interface MemberFormProps {
  readonly file: HouseholdFile;
  close(): void;
}
