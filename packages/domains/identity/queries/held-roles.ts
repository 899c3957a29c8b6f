import { type ActorRow, isOffice, type RoleGrant } from "@mingbai/ledger/authority/role";
import { type ActorRows, isAway, isGrantInForce } from "@mingbai/ledger/authority/roles-in-force";
import type { QueryReader } from "@mingbai/read-model/define-query";
import { type Kysely, sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import type { HeldRole, LeaveView, Standing } from "../views.ts";
import { nameFor } from "./reader-scope.ts";

/** A grant as it comes from the tables, with the names that its row shows. */
export interface FoundGrant {
  readonly seq: number;
  readonly account: string;
  readonly role: RoleGrant["role"];
  readonly area: string | null;
  readonly area_en: string | null;
  readonly area_zh: string | null;
  readonly from_ms: number;
  readonly until_ms: number | null;
  readonly deputy_of: string | null;
  readonly deputy_name: string | null;
  readonly ended: "withdrawn" | "handedOver" | null;
}

type FoundLeave = Pick<IdentityTables["identity.leave"], "account" | "from_ms" | "until_ms">;

/** What some accounts hold, and those for whom they are deputies. */
export interface Holdings {
  readonly grants: readonly FoundGrant[];
  readonly leaves: readonly FoundLeave[];
  readonly actors: ActorRows;
  /** Of everyone in it. */
  readonly names: ReadonlyMap<string, string>;
}

/** Reads grants and leaves of these accounts, of those they stand in for, and of those who stand in for them. */
export async function readHoldings(database: Kysely<IdentityTables>, accounts: readonly string[]): Promise<Holdings> {
  const { rows: others } = await sql<{ account: string }>`select distinct unnest(array[account, deputy_of]) as account
    from identity.role_grant where deputy_of is not null and (account = any(${accounts}) or deputy_of = any(${accounts}))`.execute(
    database,
  );
  const all = [...new Set([...accounts, ...others.map(({ account }) => account)])];
  const { rows: grants } =
    await sql<FoundGrant>`select held.seq, held.account, role, held.area, area.name_en as area_en,
      area.name_zh as area_zh, from_ms, until_ms, deputy_of, deputy.name as deputy_name, ended
    from identity.role_grant held left join identity.area area on area.area = held.area
      left join identity.person deputy on deputy.account = held.deputy_of
    where held.account = any(${all}) order by held.seq desc, held.number`.execute(database);
  const { rows: leaves } = await sql<FoundLeave>`select account, from_ms, until_ms from identity.leave
    where account = any(${all}) and until_ms > from_ms order by from_ms desc`.execute(database);
  const { rows: people } = await sql<{ account: string; name: string }>`select account, name from identity.person
    where account = any(${all})`.execute(database);
  const names = new Map(people.map(({ account, name }) => [account, name]));
  return { grants, leaves, actors: actorsOf(grants, leaves), names };
}

function actorsOf(grants: readonly FoundGrant[], leaves: readonly FoundLeave[]): ActorRows {
  const rows = new Map<string, { grants: RoleGrant[]; leaves: { fromMs: number; untilMs: number }[] }>();
  const rowOf = (account: string) => {
    const row = rows.get(account) ?? { grants: [], leaves: [] };
    rows.set(account, row);
    return row;
  };
  for (const found of grants) rowOf(found.account).grants.push(grantOf(found));
  for (const { account, from_ms: fromMs, until_ms: untilMs } of leaves) rowOf(account).leaves.push({ fromMs, untilMs });
  return {
    find(account): ActorRow | undefined {
      const row = rows.get(account);
      return row && { organisation: "", ...row };
    },
  };
}

function grantOf({ role, from_ms: fromMs, until_ms: untilMs, deputy_of: deputyOf }: FoundGrant): RoleGrant {
  return { role, fromMs, ...(untilMs !== null && { untilMs }), ...(deputyOf !== null && { deputyOf }) };
}

/** How a grant stands at the moment, by the same rule that execution asks. */
export function standingOf({ actors }: Holdings, found: FoundGrant, nowMs: number): Standing {
  const row = actors.find(found.account);
  const grant = grantOf(found);
  if (found.until_ms !== null && found.until_ms <= nowMs) return "ended";
  if (found.from_ms > nowMs) return "toCome";
  if (row === undefined || isGrantInForce(actors, { row, grant }, nowMs)) return "inForce";
  return isOffice(grant.role) && isAway(row, nowMs) ? "resting" : "standby";
}

/** The grants of one account as pages show them. */
export function heldRoles(
  holdings: Holdings,
  account: string,
  { reader, nowMs }: { reader: QueryReader; nowMs: number },
): HeldRole[] {
  return holdings.grants
    .filter((found) => found.account === account)
    .map((found) => ({
      role: found.role,
      area: areaNameOf(found),
      fromMs: found.from_ms,
      untilMs: found.until_ms,
      deputyOf:
        found.deputy_of === null ? null : nameFor(reader, { account: found.deputy_of, name: found.deputy_name }),
      standing: standingOf(holdings, found, nowMs),
      ended: found.ended,
    }));
}

/** The leaves of one account, the latest first. */
export function leavesOf({ leaves }: Holdings, account: string, nowMs: number): LeaveView[] {
  return leaves
    .filter((leave) => leave.account === account)
    .map(({ from_ms: fromMs, until_ms: untilMs }) => ({ fromMs, untilMs, isNow: fromMs <= nowMs && nowMs < untilMs }));
}

/** An area's name from a row that was joined with it. */
export function areaNameOf(row: { area: string | null; area_en: string | null; area_zh: string | null }) {
  const { area: id, area_en: en, area_zh: zh } = row;
  return id === null || en === null || zh === null ? null : { id, name: { en, zh } };
}
