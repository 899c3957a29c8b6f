import type { Role, RoleGrant } from "@mingbai/ledger/authority/role";
import type { ProjectionContext } from "@mingbai/read-model/projection";
import type { AreaLevel } from "../schema.ts";
import { awaits, detailsOf, keyNameOf, personNameOf, writeDetails } from "./awaited.ts";
import { type Fact, findNumber, findText, grantsOf, list, text } from "./fact.ts";

type Write = (fact: Fact, context: ProjectionContext) => Promise<unknown>;

/** What each kind of event writes about organisations, people, what they hold, and keys. */
export const rowWriters: { readonly [type: string]: Write } = {
  "identity.organisationRegistered": (fact, { query }) => {
    const { en, zh } = fact.data.name as { en: string; zh: string };
    const values = [text(fact, "organisation"), en, zh, findText(fact, "area"), fact.seq];
    return query("insert into identity.organisation values ($1, $2, $3, $4, $5)", values);
  },
  "identity.organisationPlaced": (fact, { query }) =>
    query("update identity.organisation set area = $2 where organisation = $1", [
      text(fact, "organisation"),
      text(fact, "area"),
    ]),
  "identity.areasCreated": writeAreas,
  "identity.actorRegistered": writePerson,
  "identity.personDescribed": async (fact, context) => {
    const place = {
      kind: "details",
      account: text(fact, "account"),
      commitment: text(fact, "details"),
      giver: text(fact, "by"),
      seq: fact.seq,
    } as const;
    const details = await detailsOf(context, place);
    // A vault that has not got them, or no longer, leaves what is known.
    if (details === undefined) return awaits(context, place);
    await writeDetails(context, place.account, details);
  },
  "identity.rolesGranted": (fact, context) => writeGrants(fact, context, text(fact, "account"), grantsOf(fact)),
  "identity.deputyAppointed": (fact, context) => {
    const [fromMs, untilMs] = [findNumber(fact, "fromMs") ?? 0, findNumber(fact, "untilMs") ?? 0];
    const deputyOf = text(fact, "deputyOf");
    const grants = list<Role>(fact, "roles").map((role) => ({ role, fromMs, untilMs, deputyOf }));
    return writeGrants(fact, context, text(fact, "account"), grants);
  },
  "identity.rolesWithdrawn": (fact, { query }) =>
    query(
      `update identity.role_grant set until_ms = greatest(from_ms, $2::bigint), ended = 'withdrawn' where account = $1
         and role = any($3) and deputy_of is not distinct from $4 and ($5::text is null or area = $5)
         and (until_ms is null or until_ms > $2)`,
      [text(fact, "account"), fact.timeMs, list(fact, "roles"), findText(fact, "deputyOf"), findText(fact, "area")],
    ),
  "identity.rolesHandedOver": async (fact, context) => {
    await context.query(
      `update identity.role_grant set until_ms = greatest(from_ms, $2::bigint), ended = 'handedOver' where account = $1
         and role = any($3) and deputy_of is null and (until_ms is null or until_ms > $2)`,
      [text(fact, "account"), findNumber(fact, "atMs"), list(fact, "roles")],
    );
    await writeGrants(fact, context, text(fact, "to"), grantsOf(fact));
  },
  "identity.leaveTaken": (fact, { query }) =>
    query("insert into identity.leave values ($1, $2, $3, $4)", [
      text(fact, "account"),
      findNumber(fact, "fromMs"),
      findNumber(fact, "untilMs"),
      fact.seq,
    ]),
  "identity.leaveEnded": (fact, { query }) =>
    query(
      `update identity.leave set until_ms = greatest(from_ms, $3::bigint) where account = $1 and from_ms = $2 and until_ms > $3`,
      [text(fact, "account"), findNumber(fact, "fromMs"), fact.timeMs],
    ),
  "identity.keyRegistered": writeKey,
  "identity.keyConfirmed": (fact, { query }) =>
    query("update identity.key set confirmed = true where key_id = $1", [text(fact, "keyId")]),
  "identity.approvalLimitSet": (fact, { query }) =>
    query(
      `insert into identity.approval_limit values ($1, $2, $3, $4) on conflict (organisation)
         do update set amount = excluded.amount, before = excluded.before, from_ms = excluded.from_ms`,
      [text(fact, "organisation"), findNumber(fact, "amount"), findNumber(fact, "before"), findNumber(fact, "fromMs")],
    ),
  "identity.normalLimitSet": (fact, { query }) =>
    query(
      `insert into identity.approval_limit values ('', $1, null, 0) on conflict (organisation)
         do update set amount = excluded.amount`,
      [findNumber(fact, "amount")],
    ),
  "identity.keyRevoked": (fact, { query }) =>
    query("update identity.key set until_height = $2 where key_id = $1", [
      text(fact, "keyId"),
      findNumber(fact, "untilHeight"),
    ]),
};

interface Area {
  readonly area: string;
  readonly level: AreaLevel;
  readonly parent?: string;
  readonly name: { readonly en: string; readonly zh: string };
}

async function writeAreas(fact: Fact, { query }: ProjectionContext): Promise<void> {
  const areas = list<Area>(fact, "areas");
  await query(
    "insert into identity.area select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])",
    [
      areas.map(({ area }) => area),
      areas.map(({ level }) => level),
      areas.map(({ parent }) => parent ?? null),
      areas.map(({ name }) => name.en),
      areas.map(({ name }) => name.zh),
    ],
  );
}

async function writePerson(fact: Fact, context: ProjectionContext): Promise<void> {
  const account = text(fact, "account");
  const name = await personNameOf(context, account);
  if (name === undefined) await awaits(context, { kind: "person", account });
  await context.query("insert into identity.person values ($1, $2, $3, $4, $5, $6, $7, '')", [
    account,
    text(fact, "organisation"),
    name ?? "",
    fact.seq,
    fact.id,
    fact.height,
    fact.timeMs,
  ]);
  await writeGrants(fact, context, account, grantsOf(fact));
}

async function writeKey(fact: Fact, context: ProjectionContext): Promise<void> {
  const keyId = text(fact, "keyId");
  const name = await keyNameOf(context, keyId);
  if (name === undefined) await awaits(context, { kind: "key", keyId });
  await context.query("insert into identity.key values ($1, $2, $3, $4, $5, null, $6, $7, null, $8)", [
    keyId,
    text(fact, "account"),
    findNumber(fact, "scheme"),
    text(fact, "publicKey"),
    findNumber(fact, "fromHeight"),
    fact.seq,
    fact.data.unconfirmed !== true,
    name ?? "",
  ]);
}

async function writeGrants(
  { seq }: Fact,
  { query }: ProjectionContext,
  account: string,
  grants: readonly RoleGrant[],
): Promise<void> {
  await query(
    `insert into identity.role_grant (seq, account, role, area, from_ms, until_ms, deputy_of, number)
     select $1, $2, * from unnest($3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[]) with ordinality`,
    [
      seq,
      account,
      grants.map(({ role }) => role),
      grants.map(({ area }) => area ?? null),
      grants.map(({ fromMs }) => fromMs),
      grants.map(({ untilMs }) => untilMs ?? null),
      grants.map(({ deputyOf }) => deputyOf ?? null),
    ],
  );
}
