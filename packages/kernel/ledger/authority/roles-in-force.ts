import type { Number64 } from "@mingbai/codec/number64";
import type { State } from "../state/state.ts";
import { type ActorRecord, type ActorRow, actorTable, isOffice, type Role, type RoleGrant } from "./role.ts";

/** The account as it may act at this moment, or undefined where the ledger does not know it. */
export function findActor(state: State, account: Number64, timeMs: number): ActorRecord | undefined {
  const row = state.table(actorTable).find(account);
  return row && { organisation: row.organisation, roles: rolesInForce(state, row, timeMs) };
}

/**
 * The roles of an account at a moment of block time, each once: its own within their terms, and those of the people it
 * stands in for while they are away. Nobody has roles of an office while they are on leave.
 * PERF: asked for each of 17,000 transactions a second. A row's list is kept with the moments between which it holds.
 */
export function rolesInForce(state: State, row: ActorRow, timeMs: number): readonly Role[] {
  const found = kept.get(row);
  if (found !== undefined && timeMs >= found.fromMs && timeMs < found.untilMs && isOfNow(state, found)) {
    return found.roles;
  }
  const list = listAt(state, row, timeMs);
  kept.set(row, list);
  return list.roles;
}

/** Where rows of accounts are found: the ledger's table, or what was read from SQL. */
export interface ActorRows {
  find(account: Number64): ActorRow | undefined;
}

/** True where this grant, of this row, counts at the moment. */
export function isGrantInForce(
  actors: ActorRows,
  { row, grant }: { row: ActorRow; grant: RoleGrant },
  timeMs: number,
): boolean {
  if (!covers(grant, timeMs)) return false;
  if (isOffice(grant.role) && isAway(row, timeMs)) return false;
  if (grant.deputyOf === undefined) return true;
  const principal = actors.find(grant.deputyOf);
  if (principal === undefined || !isAway(principal, timeMs)) return false;
  // A deputy has no deputy: only what the other holds in their own name passes on.
  return principal.grants.some((one) => one.role === grant.role && isOwn(one) && covers(one, timeMs));
}

export function isOwn({ deputyOf }: RoleGrant): boolean {
  return deputyOf === undefined;
}

/** True at a moment of the term. */
export function covers({ fromMs, untilMs }: { fromMs: number; untilMs?: number }, timeMs: number): boolean {
  return timeMs >= fromMs && (untilMs === undefined || timeMs < untilMs);
}

export function isAway({ leaves = [] }: ActorRow, timeMs: number): boolean {
  return leaves.some((leave) => covers(leave, timeMs));
}

/** A list with the span of time in which it holds, and the rows of others that it was made from. */
interface KeptList {
  readonly roles: readonly Role[];
  readonly fromMs: number;
  readonly untilMs: number;
  readonly others: readonly (readonly [Number64, ActorRow | undefined])[];
}

/** Rows are values: a list is right as long as its row, and the rows of those stood in for, are the same objects. */
const kept = new WeakMap<ActorRow, KeptList>();

function isOfNow(state: State, { others }: KeptList): boolean {
  return others.every(([account, row]) => state.table(actorTable).find(account) === row);
}

function listAt(state: State, row: ActorRow, timeMs: number): KeptList {
  const principals = new Set(row.grants.flatMap(({ deputyOf }) => (deputyOf === undefined ? [] : [deputyOf])));
  const others = [...principals].map((account) => [account, state.table(actorTable).find(account)] as const);
  const turns = [row, ...others.map(([, other]) => other)].flatMap((one) => (one === undefined ? [] : turnsOf(one)));
  const held = row.grants.filter((grant) => isGrantInForce(state.table(actorTable), { row, grant }, timeMs));
  return {
    roles: [...new Set(held.map(({ role }) => role))],
    fromMs: Math.max(Number.NEGATIVE_INFINITY, ...turns.filter((turn) => turn <= timeMs)),
    untilMs: Math.min(Number.POSITIVE_INFINITY, ...turns.filter((turn) => turn > timeMs)),
    others,
  };
}

/** Every moment at which something of this row begins or ends. */
function turnsOf({ grants, leaves = [] }: ActorRow): number[] {
  return [...grants, ...leaves].flatMap(({ fromMs, untilMs }) =>
    untilMs === undefined ? [fromMs] : [fromMs, untilMs],
  );
}
