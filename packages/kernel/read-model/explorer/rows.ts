import type { Selectable } from "kysely";
import type { BlockTable, TransactionTable } from "./tables.ts";

/** A block as lists show it. A ledger of one is proposed and covered by its one node. */
export function blockRow(row: Selectable<BlockTable>) {
  return {
    height: row.height,
    timeMs: row.time_ms,
    transactions: row.transactions,
    refused: row.refused,
    lines: row.lines,
    bytes: row.bytes,
    proposer: "solo",
    appHash: row.app_hash,
    cosigned: { have: 1, of: 1 },
  };
}

/** A transaction as lists show it; its signer is the number of the key. */
export function transactionRow(row: Selectable<TransactionTable>) {
  return {
    id: row.id,
    height: row.height,
    index: row.index,
    logIndex: row.log_index,
    timeMs: row.time_ms,
    command: row.command,
    signer: row.key_id,
    lines: row.lines,
    result: row.result,
  };
}
