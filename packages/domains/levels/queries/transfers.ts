import { defineQuery } from "@mingbai/read-model/define-query";
import { sql } from "kysely";
import type { LevelsTables, TransferRecord } from "../projection/tables.ts";
import { refusedReasons } from "../schema/proven.ts";
import { type TransferRow, transfersView } from "../views.ts";

type View = typeof transfersView;

/** Money that went to other ledgers and came from them. Nobody's account stands there: who sees those asks the treasury. */
export const transfers = defineQuery<LevelsTables, View["params"], View["result"]>(transfersView, {
  title: { en: "Transfers between ledgers", zh: "跨级转账" },
  allow: "anyone",
  async answer({ sql: database, readAt }, { ledger, before, limit }) {
    const asked = [
      ...(ledger === undefined ? [] : [sql<boolean>`ledger = ${ledger}`]),
      ...(before === undefined ? [] : [sql<boolean>`seq < ${before}::bigint`]),
      sql<boolean>`true`,
    ];
    const { rows } = await sql<TransferRecord>`select * from levels.transfer where ${sql.join(asked, sql` and `)}
      order by seq desc limit ${limit + 1}`.execute(database);
    const page = rows.slice(0, limit);
    return {
      rows: page.map(rowOf),
      next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null,
      readAt: await readAt(),
    };
  },
});

function rowOf(found: TransferRecord): TransferRow {
  const { transfer, ledger, n, amount, deadline_ms, id, height, time_ms, ended_ms } = found;
  return {
    transfer,
    direction: found.direction === "out" ? "out" : "in",
    ledger,
    n,
    amount,
    state: found.state as TransferRow["state"],
    reason: refusedReasons.find((one) => one === found.reason) ?? null,
    deadlineMs: deadline_ms,
    id,
    height,
    timeMs: time_ms,
    endedMs: ended_ms,
  };
}
