import { isOffice } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import type { Level } from "../schema/rules.ts";

/** For whom this reader would vote at the level; undefined: for nobody. Execution asks the state again. */
export function voterFor({ account, organisation, roles }: QueryReader, level: Level): string | undefined {
  switch (level.kind) {
    case "members":
      return roles.includes("administrator") ? organisation : undefined;
    case "regulators":
      return roles.includes("regulator") ? organisation : undefined;
    case "role":
      return roles.includes(level.role) ? account : undefined;
  }
}

/** Words of proposals are for people in an office. */
export function seesWords({ roles }: QueryReader): boolean {
  return roles.some(isOffice);
}
