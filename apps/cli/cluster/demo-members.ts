import { demoOrganisations } from "@mingbai/app-node/demo/people";
import { MembersFile } from "./members-file.ts";

const keepers: readonly string[] = ["district-finance", "civil-affairs", "qingshi-street", "district-audit"];

/** The four organisations of the demo's district that keep its ledger when nobody names others. */
export function demoMembers(): MembersFile {
  const members = demoOrganisations
    .filter(({ id }) => keepers.includes(id))
    .map(({ id, name }) => ({ id, name: { ...name } }));
  return MembersFile.parse({ members });
}
