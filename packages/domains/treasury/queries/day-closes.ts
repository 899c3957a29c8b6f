import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import { DayClose } from "../day-close/schema.ts";
import type { TreasuryTables } from "../projection/tables.ts";
import { closeRowsMax, type DayCloseRow, dayClosesView } from "../views/bank-close.ts";
import { allOf, where } from "./page.ts";
import { staff } from "./reader-scope.ts";
import { signedOf } from "./signed-of.ts";

type View = typeof dayClosesView;

export const dayCloses = defineQuery<TreasuryTables, View["params"], View["result"]>(dayClosesView, {
  title: { en: "Bank days as both sides signed them", zh: "双方签的日终证明" },
  allow: staff,
  async answer({ sql: database, readAt }, { account, day, state }) {
    const asked = allOf(
      where(day, (value) => sql`act.day = ${value}::date`),
      where(state, (value) => sql`act.state = ${value}`),
    );
    const { rows } = await sql<FoundClose>`select act.* from treasury.day_close act
      where act.bank_account = ${account} and act.state <> 'replaced' and ${asked}
      order by act.seq desc limit ${closeRowsMax}`.execute(database);
    return { closes: rows.map(rowOf), readAt: await readAt() };
  },
});

interface FoundClose {
  readonly claim: string;
  readonly state: "pending" | "closed";
  readonly closed_by: string;
  readonly organisation: string;
  readonly id: string;
  readonly height: number;
  readonly time_ms: number;
  readonly countersigned_by: string | null;
  readonly countersigned_organisation: string | null;
  readonly countersign: string | null;
  readonly countersigned_height: number | null;
  readonly countersigned_ms: number | null;
}

function rowOf(found: FoundClose): DayCloseRow {
  const { claim, state, closed_by: account, organisation, id: transaction, height, time_ms: timeMs } = found;
  return {
    claim: DayClose.parse(JSON.parse(claim)),
    state,
    closed: { account, organisation, transaction, height, timeMs },
    countersigned: signedOf({
      account: found.countersigned_by,
      organisation: found.countersigned_organisation,
      transaction: found.countersign,
      height: found.countersigned_height,
      timeMs: found.countersigned_ms,
    }),
  };
}
