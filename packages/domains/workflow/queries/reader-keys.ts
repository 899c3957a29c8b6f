import type { Role } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { type RawBuilder, sql } from "kysely";
import { administratorsKey, personKey } from "../projection/notices.ts";
import { actorKey, everyKey } from "../projection/seats.ts";

/** Roles that see the matters of their organisation, and those that see all. */
export const sideRoles = ["projectManager", "financeSupervisor", "supplier"] as const satisfies readonly Role[];
export const everyRoles = ["regulator", "auditor"] as const satisfies readonly Role[];

/** The seats of a reader: who looks after all matters has one for everything. */
export function keysOf({ account, organisation, roles }: QueryReader): string[] {
  if (everyRoles.some((role) => roles.includes(role))) return [everyKey];
  const isAtSide = sideRoles.some((role) => roles.includes(role));
  return [
    ...(isAtSide && organisation !== undefined && organisation !== "" ? [`o:${organisation}`] : []),
    ...(account !== undefined && roles.includes("individual") ? [`a:${account}`] : []),
  ];
}

/** The seats of what a reader did at sides that are still theirs. */
export function actedKeysOf(reader: QueryReader): string[] {
  const { account } = reader;
  return account === undefined ? [] : keysOf(reader).map((key) => actorKey(account, key));
}

/** Under which keys a reader is told what concerns them. */
export function noticeKeysOf(reader: QueryReader): string[] {
  const { account, roles } = reader;
  return [
    ...keysOf(reader),
    ...(account === undefined ? [] : [personKey(account)]),
    ...(roles.includes("administrator") ? [administratorsKey] : []),
  ];
}

/** Seats of these keys, each matter once. */
export function seatsOfKeys(keys: readonly string[]): RawBuilder<boolean> {
  const [first, second] = keys;
  if (first === undefined) return sql<boolean>`false`;
  if (second === undefined) return sql<boolean>`seat.key = ${first}`;
  return sql<boolean>`seat.key in (${first}, ${second}) and (seat.key = ${first}
    or not exists (select from workflow.seat other where other.key = ${first} and other.seq = seat.seq))`;
}
