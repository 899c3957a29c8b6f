import { fileDeciders, fileOffices, fileWriters } from "@mingbai/identity/reads/file-offices";
import type { Role } from "@mingbai/ledger/authority/role";
import type { Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import type { Purpose } from "../schema.ts";
import { grantKey, grantTable, type HouseholdRow, householdTable, personTable } from "../tables.ts";
import { type Asking, hasOffice } from "./keeping.ts";

/** Who opens files at all; which ones, the rest of this file says. */
export const openers = [
  ...fileWriters,
  ...fileDeciders,
  "regulator",
  "supervisor",
  "auditor",
  "individual",
] as const satisfies readonly Role[];

/** Why the actor may not open this file for this purpose. */
export function findOpeningRefusal(asking: Asking, household: string, purpose: Purpose): Refusal | undefined {
  const row = asking.state.table(householdTable).find(household);
  if (row === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
  const { roles } = asking.actor;
  switch (purpose) {
    case "own":
      return livesIn(asking, row) ? undefined : refuse("NOT_ENTITLED", { household, keeper: row.keeper });
    case "supervision":
      return isOf(roles, ["regulator", "supervisor"]) ? undefined : refuse("PURPOSE_NOT_YOURS", { purpose });
    case "audit":
      return isOf(roles, ["auditor"]) ? undefined : refuse("PURPOSE_NOT_YOURS", { purpose });
    default:
      return isKeeping(asking, row) || hasGrant(asking, { household, purpose })
        ? undefined
        : refuse("NOT_ENTITLED", { household, keeper: row.keeper });
  }
}

/** Whether the actor is a person of the household. */
export function livesIn({ state, actor }: Asking, { people }: Pick<HouseholdRow, "people">): boolean {
  return people.some((person) => state.table(personTable).find(person)?.account === actor.account);
}

function isKeeping(asking: Asking, row: HouseholdRow): boolean {
  const { actor } = asking;
  if (row.responsible === actor.account) return true;
  return row.keeper === actor.organisation && hasOffice(asking, row.area, fileOffices);
}

function hasGrant({ state, actor, moment }: Asking, at: { household: string; purpose: Purpose }): boolean {
  const grant = state.table(grantTable).find(grantKey(at.household, actor.organisation));
  const isGiven = grant?.fromMs !== undefined && moment.timeMs < grant.untilMs;
  return isGiven && grant.purpose === at.purpose && isOf(actor.roles, fileOffices);
}

function isOf(roles: readonly string[], wanted: readonly string[]): boolean {
  return roles.some((role) => wanted.includes(role));
}
