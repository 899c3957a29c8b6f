import { actsIn } from "@mingbai/identity/reads/acts-in";
import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { isArea } from "@mingbai/identity/reads/is-area";
import type { Role } from "@mingbai/ledger/authority/role";
import type { CommandContext } from "@mingbai/ledger/definition/command";
import { isRefusal, type Refusal } from "@mingbai/ledger/refusal";
import { refuse } from "../refusals.ts";
import { erasedTable, type HouseholdRow, householdTable, type PersonRow, personTable } from "../tables.ts";

export type Asking = Pick<CommandContext, "state" | "actor" | "moment">;

/** Whether the actor has one of these roles for an area of their own organisation. */
export function hasOffice({ state, actor, moment }: Asking, area: string, roles: readonly Role[]): boolean {
  return roles.some(
    (role) => actor.roles.includes(role) && actsIn(state, { account: actor.account, role, area }, moment.timeMs),
  );
}

/** Why the actor may not begin files in an area. */
export function findAreaRefusal(asking: Asking, area: string): Refusal | undefined {
  const isTheirs = isArea(asking.state, area) && hasOffice(asking, area, fileWriters);
  return isTheirs ? undefined : refuse("NOT_IN_AREA", { area });
}

/** A household that the actor may change, or why not: it exists, is kept, and is theirs to look after. */
export function getKept(asking: Asking, household: string): HouseholdRow | Refusal {
  const row = asking.state.table(householdTable).find(household);
  if (row === undefined) return refuse("HOUSEHOLD_UNKNOWN", { household });
  if (row.ended !== undefined) return refuse("HOUSEHOLD_ENDED", { household });
  return findKeeperRefusal(asking, row) ?? row;
}

/** Why the actor does not look after a household: another organisation keeps it, and they do not answer for it. */
export function findKeeperRefusal(
  asking: Asking,
  row: HouseholdRow,
  roles: readonly Role[] = fileWriters,
): Refusal | undefined {
  const { actor } = asking;
  if (row.responsible === actor.account && roles === fileWriters) return undefined;
  const isOwn = row.keeper === actor.organisation && hasOffice(asking, row.area, roles);
  return isOwn ? undefined : refuse("NOT_KEEPER", { keeper: row.keeper });
}

/** A person who is in a household, or why not. */
export function getPresent(asking: Pick<Asking, "state">, person: string): PersonRow | Refusal {
  const row = asking.state.table(personTable).find(person);
  if (row === undefined) return refuse("PERSON_UNKNOWN", { person });
  return row.ended === undefined ? row : refuse("PERSON_ENDED", { person });
}

/** The household of a subject, and the version of the subject's own file; or why the actor may not change it. */
export function getSubject(
  asking: Asking,
  subject: string,
): { household: string; version: number; row: HouseholdRow } | Refusal {
  const { state } = asking;
  if (state.table(erasedTable).find(subject) !== undefined) return refuse("SUBJECT_ERASED", { subject });
  const own = state.table(householdTable).find(subject);
  if (own !== undefined) {
    const kept = getKept(asking, subject);
    return isRefusal(kept) ? kept : { household: subject, version: kept.version, row: kept };
  }
  const person = state.table(personTable).find(subject);
  if (person === undefined) return refuse("SUBJECT_UNKNOWN", { subject });
  const kept = getKept(asking, person.household);
  return isRefusal(kept) ? kept : { household: person.household, version: person.version, row: kept };
}

/** Why a number cannot name a new file: there is one, or there was and it was erased. */
export function findTakenRefusal({ state }: Pick<Asking, "state">, subject: string): Refusal | undefined {
  if (state.table(erasedTable).find(subject) !== undefined) return refuse("SUBJECT_ERASED", { subject });
  const isTaken = [householdTable, personTable].some((table) => state.table<object>(table).find(subject) !== undefined);
  return isTaken ? refuse("SUBJECT_EXISTS", { subject }) : undefined;
}
