import { fileOffices } from "@mingbai/identity/reads/file-offices";
import type { Role } from "@mingbai/ledger/authority/role";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { type RawBuilder, sql } from "kysely";
import { administratorsKey, filesKey, personKey } from "../projection/notices.ts";
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
  const { account, organisation = "", roles } = reader;
  const hasFiles = organisation !== "" && fileOffices.some((role) => roles.includes(role));
  return [
    ...keysOf(reader),
    ...(hasFiles ? [filesKey(organisation)] : []),
    ...(account === undefined ? [] : [personKey(account)]),
    ...(roles.includes("administrator") ? [administratorsKey] : []),
  ];
}

/**
 * Whether a notice about an area is for somebody who acts there: by a role without an area everywhere that their organisation
 * is, a deputy where the one stood in for is. PERF: only notices about an area look for it, and an area has few around it.
 */
export function actsThere(notice: {
  readonly area: RawBuilder<unknown>;
  readonly account: RawBuilder<unknown>;
  readonly organisation: RawBuilder<unknown>;
}): RawBuilder<boolean> {
  return sql<boolean>`(${notice.area} is null or exists (
    with recursive around as (
      select part.area, part.parent from identity.area part where part.area = ${notice.area}
      union all select outer_area.area, outer_area.parent from identity.area outer_area join around on outer_area.area = around.parent)
    select from identity.role_grant held
      left join identity.role_grant own on own.account = held.deputy_of and own.role = held.role and own.ended is null
      join identity.organisation organisation on organisation.organisation = ${notice.organisation}
    where held.account = ${notice.account} and held.ended is null
      and (coalesce(own.area, held.area, organisation.area) is null
        or coalesce(own.area, held.area, organisation.area) in (select around.area from around))))`;
}

/** Seats of these keys, each matter once. */
export function seatsOfKeys(keys: readonly string[]): RawBuilder<boolean> {
  const [first, second] = keys;
  if (first === undefined) return sql<boolean>`false`;
  if (second === undefined) return sql<boolean>`seat.key = ${first}`;
  return sql<boolean>`seat.key in (${first}, ${second}) and (seat.key = ${first}
    or not exists (select from workflow.seat other where other.key = ${first} and other.seq = seat.seq))`;
}
