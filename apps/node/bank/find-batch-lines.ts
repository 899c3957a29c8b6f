import { toHex } from "@mingbai/codec/hex";
import { findPayments } from "@mingbai/ledger/transaction/envelope";
import { readTransactions } from "@mingbai/log/chain/read-transactions";
import type { FindLogIndex } from "../answers/log-queries.ts";
import type { OpenLedger } from "../open-ledger.ts";

/** The lines of a batch as they were signed, 64 bytes each, or undefined where the log has no such batch. */
export async function findBatchLines(
  chain: OpenLedger["chain"],
  findLogIndex: FindLogIndex,
  batch: string,
): Promise<Uint8Array | undefined> {
  const logIndex = (await chain.findLogIndex(batch)) ?? (await findLogIndex(batch));
  const found = logIndex === undefined ? undefined : await chain.findLeafOutcome(logIndex);
  if (found === undefined) return undefined;
  const { record } = found;
  const bodies = await Promise.all(record.containers.map((_, at) => chain.findBody(record, at)));
  const transaction = readTransactions(record, bodies).find(({ leaf }) => toHex(leaf.id) === batch);
  return transaction?.envelope === undefined ? undefined : findPayments(transaction.envelope)?.lines;
}
