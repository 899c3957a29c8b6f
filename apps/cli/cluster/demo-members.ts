import { demoOrganisations, demoMembers as voters } from "@mingbai/app-node/demo/people";
import { MembersFile } from "./members-file.ts";

const keepers: ReadonlySet<string> = new Set(voters);

/** Who keeps the demo's ledger when nobody names others: those organisations of its district that vote. */
export function demoMembers(): MembersFile {
  const members = demoOrganisations
    .filter(({ id }) => keepers.has(id))
    .map(({ id, name }) => ({ id, name: { ...name } }));
  return MembersFile.parse({ members });
}
