import { schemeOf } from "@mingbai/crypto/scheme";
import { defineQuery, type QueryReader } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { type Deputy, type KeyView, personView, type Recovery } from "../views.ts";
import { readCaution } from "./approval-limits.ts";
import { getOrganisation } from "./find-organisation.ts";
import { type Holdings, heldRoles, leavesOf, readHoldings, standingOf } from "./held-roles.ts";
import { readActs } from "./person-acts.ts";
import { nameFor, seesNames } from "./reader-scope.ts";

type View = typeof personView;

export const person = defineQuery<IdentityTables, View["params"], View["result"]>(personView, {
  title: { en: "A person: roles, keys, deputies, history", zh: "人员：角色、密钥、代理、经过" },
  allow: "anyone",
  async answer(context, { account }) {
    const { sql: database, reader } = context;
    const { rows } = await sql<IdentityTables["identity.person"]>`select * from identity.person
      where account = ${account}`.execute(database);
    const [found] = rows;
    if (found === undefined)
      throw new QueryRefusal("UNKNOWN_PERSON", 404, {
        en: "Nobody is registered here under this account.",
        zh: "这里没有登记这个账户的人",
      });
    const { nowMs, readAt } = await readNow(context);
    const holdings = await readHoldings(database, [account]);
    return {
      ...nameFor(reader, found),
      organisation: await getOrganisation(database, found.organisation),
      contact: seesNames(reader, found) ? found.contact : "",
      registeredMs: found.time_ms,
      roles: heldRoles(holdings, account, { reader, nowMs }),
      leaves: leavesOf(holdings, account, nowMs),
      keys: await readKeys(database, { account, height: readAt.height + 1, namesOpen: seesDevices(reader, found) }),
      deputies: deputiesOf(holdings, account, { reader, nowMs }),
      recovery: await findRecovery(database, account, reader),
      cautionUntilMs: await readCaution(database, { account, nowMs }),
      acts: await readActs(database, account, reader),
      readAt,
    };
  },
});

/** Everyone who stands in, now or later. */
function deputiesOf(
  holdings: Holdings,
  account: string,
  { reader, nowMs }: { reader: QueryReader; nowMs: number },
): Deputy[] {
  return holdings.grants
    .filter((found) => found.deputy_of === account)
    .map((found) => ({
      ...nameFor(reader, { account: found.account, name: holdings.names.get(found.account) ?? null }),
      role: found.role,
      fromMs: found.from_ms,
      untilMs: found.until_ms,
      standing: standingOf(holdings, found, nowMs),
    }))
    .filter(({ standing }) => standing !== "ended");
}

async function findRecovery(
  database: Kysely<IdentityTables>,
  account: string,
  reader: QueryReader,
): Promise<Recovery | null> {
  const { rows } = await sql<IdentityTables["identity.recovery"] & { name: string | null }>`select recovery.*, name
    from identity.recovery recovery left join identity.person person on person.account = proposed_by
    where recovery.account = ${account}`.execute(database);
  const [found] = rows;
  if (found === undefined) return null;
  const { key_id: keyId, proposed_by: by, organisation, proposed_ms: proposedMs, effect_ms: effectMs } = found;
  return { keyId, by: nameFor(reader, { account: by, name: found.name }), organisation, proposedMs, effectMs };
}

/** What people call their devices is theirs, and their administrators', who end keys of lost ones. */
function seesDevices(reader: QueryReader, person: { account: string; organisation: string }): boolean {
  if (reader.account === person.account) return true;
  return reader.organisation === person.organisation && reader.roles.includes("administrator");
}

async function readKeys(
  database: Kysely<IdentityTables>,
  { account, height, namesOpen }: { account: string; height: number; namesOpen: boolean },
): Promise<KeyView[]> {
  const { rows } = await sql<IdentityTables["identity.key"]>`select * from identity.key where account = ${account}
    order by seq desc`.execute(database);
  return rows.flatMap(({ key_id: keyId, scheme: number, public_key: publicKey, ...key }) => {
    const scheme = schemeOf(number);
    // The ledger takes signatures of these schemes only.
    if (scheme !== "ed25519" && scheme !== "p256" && scheme !== "webauthn-p256") return [];
    const { from_height: fromHeight, until_height: untilHeight, confirmed, used_ms: usedMs } = key;
    const name = namesOpen ? key.name : "";
    const standing = keyStanding(key, height);
    return [{ keyId, name, scheme, publicKey, fromHeight, untilHeight, standing, confirmed, usedMs }];
  });
}

function keyStanding(key: { from_height: number; until_height: number | null }, height: number): KeyView["standing"] {
  if (key.until_height !== null && key.until_height <= height) return "ended";
  return key.from_height > height ? "toCome" : "inForce";
}
