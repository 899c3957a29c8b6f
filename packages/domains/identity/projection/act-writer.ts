import type { RoleGrant } from "@mingbai/ledger/authority/role";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import { type Fact, findNumber, findText, grantsOf, list } from "./fact.ts";

const prefix = "identity.";

/** One line of the history of the account that an event is about; the events about organisations and areas have none. */
export async function writeAct(fact: Fact, { query }: ProjectionContext): Promise<void> {
  const account = findText(fact, "account");
  if (account === null || !fact.type.startsWith(prefix)) return;
  const [first] = grantsOf(fact);
  const roles = fact.type === "identity.actorRegistered" ? grantsOf(fact).map(({ role }) => role) : list(fact, "roles");
  await query(
    `insert into identity.act select $1, $2, $3, (select account from identity.key where key_id = $4), $5, $6::text[], $7, $8, $9, $10, $11, $12, $13`,
    [
      fact.seq,
      account,
      kindOf(fact),
      fact.keyId,
      findText(fact, "deputyOf") ?? findText(fact, "to"),
      roles,
      findText(fact, "area") ?? first?.area ?? null,
      findNumber(fact, "effectMs") ?? findNumber(fact, "atMs") ?? findNumber(fact, "fromMs") ?? startOf(first),
      findNumber(fact, "untilMs") ?? first?.untilMs ?? null,
      findText(fact, "keyId"),
      fact.id,
      fact.height,
      fact.timeMs,
    ],
  );
}

/** What happened; how a recovery ended is a kind of its own: recoveryDone, recoveryStopped, recoveryLapsed. */
function kindOf(fact: Fact): string {
  const outcome = findText(fact, "outcome");
  if (outcome === null) return fact.type.slice(prefix.length);
  return `recovery${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}`;
}

/** When the grants begin; what a ledger began with has no beginning that says anything. */
function startOf(grant: RoleGrant | undefined): number | null {
  return grant === undefined || grant.fromMs === 0 ? null : grant.fromMs;
}
