import { fileOffices } from "@mingbai/identity/reads/file-offices";
import { type Role, role } from "@mingbai/ledger/authority/role";
import type { QueryContext, QueryReader } from "@mingbai/read-model/define-query";
import { type RawBuilder, sql } from "kysely";

const supervisors: readonly Role[] = ["regulator", "auditor", "supervisor"];

/** Who may ask about files at all. */
export const readers = [...fileOffices, ...supervisors, "individual" as const].map((name) => role(name));
/** The same without the people whom files are about. */
export const officeReaders = [...fileOffices, ...supervisors].map((name) => role(name));

export function isSupervisor({ roles }: QueryReader): boolean {
  return supervisors.some((one) => roles.includes(one));
}

/** Which households a reader finds in lists. */
export type Scope =
  | { readonly kind: "all" }
  /** Those that their organisation keeps in these areas, all of its own where none is named, and those they answer for. */
  | { readonly kind: "kept"; readonly keeper: string; readonly areas?: readonly string[]; readonly account: string }
  /** Only those they answer for. */
  | { readonly kind: "responsible"; readonly account: string };

/** Judged by the roles in force now, in the areas for which they are held: a deputy acts where the one stood in for does. */
export async function findScope({ sql: database, reader }: QueryContext<unknown>, nowMs: number): Promise<Scope> {
  if (isSupervisor(reader)) return { kind: "all" };
  const { account = "", organisation = "" } = reader;
  if (!fileOffices.some((office) => reader.roles.includes(office))) return { kind: "responsible", account };
  const { rows } = await sql<{ area: string | null }>`with recursive held as (
      select coalesce(own.area, held.area, organisation.area) as area
      from identity.role_grant held
        left join identity.role_grant own on own.account = held.deputy_of and own.role = held.role and own.ended is null
        join identity.organisation organisation on organisation.organisation = ${organisation}
      where held.account = ${account} and held.role = any(${fileOffices}) and held.ended is null
        and held.from_ms <= ${nowMs} and (held.until_ms is null or held.until_ms > ${nowMs})),
    covered as (
      select area from held
      union select part.area from identity.area part join covered on part.parent = covered.area)
    select area from covered`.execute(database);
  const kept = { kind: "kept", keeper: organisation, account } as const;
  const areas = rows.flatMap(({ area }) => (area === null ? [] : [area]));
  return areas.length < rows.length ? kept : { ...kept, areas };
}

/** Rows of a table with `keeper`, `area` and `responsible` that stand in the scope. */
export function inScope(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(scopeParts(scope), sql` or `)})`;
}

/** The same as conditions of which no row fulfils two. PERF: an index is followed in order for each, and for `or` of two it is not. */
export function scopeParts(scope: Scope): readonly RawBuilder<boolean>[] {
  switch (scope.kind) {
    case "all":
      return [sql<boolean>`true`];
    case "responsible":
      return [sql<boolean>`responsible = ${scope.account}`];
    case "kept":
      return [isKept(scope), sql<boolean>`(responsible = ${scope.account} and not ${isKept(scope)})`];
  }
}

/** Rows of a table with `keeper` and `area`, whoever answers for them. */
export function isKept(scope: Scope): RawBuilder<boolean> {
  if (scope.kind === "all") return sql<boolean>`true`;
  if (scope.kind === "responsible") return sql<boolean>`false`;
  const { keeper, areas } = scope;
  return areas === undefined
    ? sql<boolean>`keeper = ${keeper}`
    : sql<boolean>`(keeper = ${keeper} and area = any(${areas}))`;
}
