import type { Number64 } from "@mingbai/codec/number64";
import { type ActorRow, actorTable, type Leave, type RoleGrant } from "@mingbai/ledger/authority/role";
import { isOwn } from "@mingbai/ledger/authority/roles-in-force";
import type { Moment } from "@mingbai/ledger/definition/event";
import type { State } from "@mingbai/ledger/state/state";
import { type OrganisationRow, organisationTable } from "../tables.ts";
import { hasEnded } from "./term.ts";

/** What of an account changes: the lists as they are from now on. */
export interface ActorChange {
  readonly grants?: readonly RoleGrant[];
  readonly leaves?: readonly Leave[];
}

/** Changes an account that is registered, forgets what has ended, and keeps its organisation's list of administrators. */
export function changeActor(state: State, account: Number64, moment: Moment, change: ActorChange): void {
  const row = getActor(state, account);
  const lives = (term: { fromMs: number; untilMs?: number }) => !hasEnded(term, moment.timeMs);
  const leaves = (change.leaves ?? row.leaves ?? []).filter(lives);
  const grants = (change.grants ?? row.grants).filter(lives);
  setActor(state, account, { organisation: row.organisation, grants, ...(leaves.length > 0 && { leaves }) });
}

/** Sets an account's row, and keeps its organisation's list of administrators. */
export function setActor(state: State, account: Number64, row: ActorRow): void {
  state.table(actorTable).set(account, row);
  const organisation = getOrganisation(state, row.organisation);
  const isAdministrator = row.grants.some((grant) => grant.role === "administrator" && isOwn(grant));
  if (organisation.administrators.includes(account) === isAdministrator) return;
  const others = organisation.administrators.filter((one) => one !== account);
  const administrators = isAdministrator ? [...others, account].sort() : others;
  state.table(organisationTable).set(row.organisation, { ...organisation, administrators });
}

/** The row of an account that a command has found before. Throws where there is none. */
export function getActor(state: State, account: Number64): ActorRow {
  const row = state.table(actorTable).find(account);
  if (row === undefined) throw new Error(`account ${account} is not registered`);
  return row;
}

/** The row of an organisation that a command has found before. Throws where there is none. */
export function getOrganisation(state: State, organisation: string): OrganisationRow {
  const row = state.table(organisationTable).find(organisation);
  if (row === undefined) throw new Error(`organisation ${organisation} is not registered`);
  return row;
}
