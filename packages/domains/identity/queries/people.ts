import { defineQuery, type QueryReader } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { type PersonRow, peopleView } from "../views.ts";
import { getOrganisation } from "./find-organisation.ts";
import { type Holdings, heldRoles, leavesOf, readHoldings } from "./held-roles.ts";
import { nameFor } from "./reader-scope.ts";

type View = typeof peopleView;
type FoundPerson = Pick<IdentityTables["identity.person"], "account" | "name" | "seq">;

/** The people of an organisation in the order in which they were registered; the cursor is the last one's place. */
export const people = defineQuery<IdentityTables, View["params"], View["result"]>(peopleView, {
  title: { en: "The people of an organisation", zh: "机构的人员" },
  allow: "anyone",
  async answer(context, { organisation: id, role, cursor, limit }) {
    const { sql: database, reader } = context;
    const organisation = await getOrganisation(database, id);
    const { nowMs, readAt } = await readNow(context);
    const asked = sql<boolean>`organisation = ${id} and ${
      role === undefined
        ? sql<boolean>`true`
        : sql<boolean>`exists (select from identity.role_grant held where held.account = person.account and role = ${role}
            and from_ms <= ${nowMs}::bigint and (until_ms is null or until_ms > ${nowMs}::bigint))`
    }`;
    const after = placeOf(cursor);
    const { rows: found } = await sql<FoundPerson>`select account, name, seq from identity.person person
      where ${asked} and ${after === undefined ? sql<boolean>`true` : sql<boolean>`seq > ${after}::bigint`}
      order by seq limit ${limit + 1}`.execute(database);
    const { rows: counted } = await sql<{ total: number }>`select count(*) as total from identity.person person
      where ${asked}`.execute(database);
    const page = found.slice(0, limit);
    const holdings = await readHoldings(
      database,
      page.map(({ account }) => account),
    );
    const keys = await countKeys(database, page, readAt.height);
    const rows = page.map((person) => ({
      ...rowOf(holdings, person, { reader, nowMs }),
      keys: keys.get(person.account) ?? 0,
    }));
    const last = found.length > limit ? page.at(-1) : undefined;
    const next = last === undefined ? null : String(last.seq);
    return { organisation, rows, total: counted[0]?.total ?? 0, next, readAt };
  },
});

/** A place in the order of registration. A cursor that this server did not make starts from the beginning. */
function placeOf(cursor: string | undefined): string | undefined {
  return cursor !== undefined && /^-?\d{1,15}$/.test(cursor) ? cursor : undefined;
}

function rowOf(
  holdings: Holdings,
  { account, name }: FoundPerson,
  asked: { reader: QueryReader; nowMs: number },
): Omit<PersonRow, "keys"> {
  const { reader, nowMs } = asked;
  const leaves = leavesOf(holdings, account, nowMs).filter(({ untilMs }) => untilMs > nowMs);
  const standIns = holdings.grants
    .filter(({ deputy_of: of, from_ms: from, until_ms: until }) => {
      return of === account && from <= nowMs && (until === null || until > nowMs);
    })
    .map((grant) => grant.account);
  return {
    ...nameFor(reader, { account, name }),
    roles: heldRoles(holdings, account, asked).filter(({ standing }) => standing !== "ended"),
    leave: leaves.at(-1) ?? null,
    deputies: [...new Set(standIns)].map((deputy) =>
      nameFor(reader, { account: deputy, name: holdings.names.get(deputy) ?? null }),
    ),
  };
}

/** How many keys of each count from the next block on. */
async function countKeys(database: Kysely<IdentityTables>, page: readonly FoundPerson[], height: number) {
  const { rows } = await sql<{ account: string; keys: number }>`select account, count(*) as keys from identity.key
    where account = any(${page.map(({ account }) => account)}) and from_height <= ${height + 1}
      and (until_height is null or until_height > ${height + 1}) group by account`.execute(database);
  return new Map(rows.map(({ account, keys }) => [account, keys]));
}
