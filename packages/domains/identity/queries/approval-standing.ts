import { schemes } from "@mingbai/crypto/scheme";
import { type Role, role, roles } from "@mingbai/ledger/authority/role";
import { defineQuery, type QueryReader } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, sql } from "kysely";
import type { IdentityTables } from "../projection/tables.ts";
import { approvalStandingView, type PersonName } from "../views.ts";
import { readCaution, readLimit } from "./approval-limits.ts";
import { heldRoles, readHoldings } from "./held-roles.ts";
import { nameFor } from "./reader-scope.ts";

type View = typeof approvalStandingView;

/** Roles that let money of an office go. */
const approving: readonly Role[] = ["financeSupervisor", "approver"];
/** Colleagues that are named: enough to find one who is there. */
const colleaguesMax = 8;

/** `normal`: the limit of an organisation that has set none, minor units; null: any amount. */
export function approvalStandingQuery(normal: number | null) {
  return defineQuery<IdentityTables, View["params"], View["result"]>(approvalStandingView, {
    title: { en: "What I may approve, and who could do the rest", zh: "我能批多少，超过的谁能批" },
    allow: roles.map(role),
    async answer(context) {
      const { sql: database, reader } = context;
      const { organisation = "", account = "" } = reader;
      const { nowMs, readAt } = await readNow(context);
      return {
        ...(await readLimit(database, { organisation, normal, nowMs })),
        cautionUntilMs: await readCaution(database, { account, nowMs }),
        colleagues: await readColleagues(database, { reader, nowMs, height: readAt.height + 1 }),
        readAt,
      };
    },
  });
}

/** Who else of the reader's organisation approves now, has a passkey that signs above the limit, and no recent recovery. */
async function readColleagues(
  database: Kysely<IdentityTables>,
  { reader, nowMs, height }: { reader: QueryReader; nowMs: number; height: number },
): Promise<PersonName[]> {
  const { organisation = "", account = "" } = reader;
  const { rows } = await sql<{ account: string; name: string }>`select account, name from identity.person person
    where organisation = ${organisation} and account <> ${account}
      and exists (select from identity.role_grant held where held.account = person.account and role = any(${approving}))
      and exists (select from identity.key key where key.account = person.account
        and scheme = ${schemes["webauthn-p256"]} and confirmed and from_height <= ${height}
        and (until_height is null or until_height > ${height}))
    order by seq`.execute(database);
  const holdings = await readHoldings(
    database,
    rows.map((row) => row.account),
  );
  const found: PersonName[] = [];
  for (const row of rows) {
    const held = heldRoles(holdings, row.account, { reader, nowMs });
    const mayNow = held.some((one) => approving.includes(one.role) && one.standing === "inForce");
    if (!mayNow || (await readCaution(database, { account: row.account, nowMs })) !== null) continue;
    found.push(nameFor(reader, row));
    if (found.length === colleaguesMax) break;
  }
  return found;
}
