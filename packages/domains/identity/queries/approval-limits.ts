import { type Kysely, sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { recoveryCautionMs } from "../schema.ts";
import type { ApprovalLimit } from "../views.ts";

type FoundLimit = IdentityTables["identity.approval_limit"];

/** What this row says at a moment: the limit in force, and the one that waits. */
export function limitOf(
  { amount, before, from_ms: fromMs }: Omit<FoundLimit, "organisation">,
  nowMs: number,
): ApprovalLimit {
  return nowMs >= fromMs ? { amount, next: null } : { amount: before, next: { amount, fromMs } };
}

/** The limit of one organisation; `normal` where it has set none. */
export async function readLimit(
  database: Kysely<IdentityTables>,
  { organisation, normal, nowMs }: { organisation: string; normal: number | null; nowMs: number },
): Promise<ApprovalLimit> {
  const { rows } = await sql<FoundLimit>`select * from identity.approval_limit
    where organisation in (${organisation}, '') order by organisation desc limit 1`.execute(database);
  const [found] = rows;
  return found === undefined ? { amount: normal, next: null } : limitOf(found, nowMs);
}

/** The limit of those that have none of their own: what members have voted, else `normal`. */
export async function readNormalLimit(database: Kysely<IdentityTables>, normal: number | null): Promise<number | null> {
  return (await readLimit(database, { organisation: "", normal, nowMs: 0 })).amount;
}

/** Until when nothing above the limit is approved with this account; null where no recovery is that recent. */
export async function readCaution(
  database: Kysely<IdentityTables>,
  { account, nowMs }: { account: string; nowMs: number },
): Promise<number | null> {
  const { rows } = await sql<{ time_ms: number }>`select time_ms from identity.recovered
    where account = ${account}`.execute(database);
  const [found] = rows;
  const untilMs = found === undefined ? 0 : found.time_ms + recoveryCautionMs;
  return untilMs > nowMs ? untilMs : null;
}
