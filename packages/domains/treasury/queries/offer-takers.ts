import { role } from "@mingbai/ledger/authority/role";
import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { TreasuryTables } from "../projection/tables.ts";
import { offerTakersView } from "../views/offers.ts";
import { findCursor } from "./cursor.ts";
import { allOf, cutPage, where } from "./page.ts";
import { partyOf } from "./payment-source.ts";
import { isOwn } from "./reader-scope.ts";

type View = typeof offerTakersView;

export const offerTakers = defineQuery<TreasuryTables, View["params"], View["result"]>(offerTakersView, {
  title: { en: "Who took an offer of vouchers", zh: "消费券的领取人" },
  allow: [
    role("projectManager"),
    role("operator"),
    role("financeSupervisor"),
    role("approver"),
    role("regulator"),
    role("auditor"),
  ],
  /** The latest taking first. */
  async answer({ sql: database, reader, readAt }, { offer, left, cursor, limit }) {
    const seesAll = reader.roles.includes("regulator") || reader.roles.includes("auditor");
    const after = cursor === undefined ? undefined : findCursor(cursor);
    const asked = allOf(
      sql`taking.offer = ${offer}`,
      seesAll ? undefined : isOwn(reader, "offer.office"),
      where(left, () => sql`taking.held > 0`),
      where(after, ({ seq }) => sql`taking.seq < ${seq}::bigint`),
    );
    const { rows } =
      await sql<FoundTaker>`select taking.seq, taking.account::text as account, coalesce(account.name, '') as name,
        coalesce(account.nature, 'person') as nature, taking.held, taking.spent, taking.id, taking.height, taking.time_ms
      from treasury.offer_taking taking join treasury.offer offer on offer.id = taking.offer
        left join treasury.account account on account.account = taking.account
      where ${asked} order by taking.seq desc limit ${limit + 1}`.execute(database);
    const { page, next } = cutPage(rows, limit);
    return {
      rows: page.map(({ held, spent, id, height, time_ms, seq: _place, ...party }) => ({
        taker: partyOf(party),
        heldMinor: held,
        spentMinor: spent,
        taken: { transaction: id, height, timeMs: time_ms },
      })),
      next,
      readAt: await readAt(),
    };
  },
});

interface FoundTaker {
  readonly seq: number;
  readonly account: string;
  readonly name: string;
  readonly nature: string;
  readonly held: number;
  readonly spent: number;
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
}
