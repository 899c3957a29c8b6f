import { resultPath, resultRecords } from "@mingbai/codec/line-tree/results";
import { findNote } from "@mingbai/ledger/proofs/note";
import { formatTlogProof } from "@mingbai/ledger/proofs/tlog-proof";
import type { BlockRecord, RecordedOutcome } from "@mingbai/log/chain/block-record";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { type Receipt, type ReceiptContent, receiptField } from "@mingbai/sdk/receipt";
import type { PublishedLog } from "../published/published-log.ts";
import { type ProvedLine, readSigned } from "./read-signed.ts";

export type ReceiptRefusal = "UNKNOWN_TRANSACTION" | "UNKNOWN_LINE" | "RECEIPT_NOT_READY";

interface Parts {
  readonly chain: LedgerChain;
  readonly published: PublishedLog;
}

/** The receipt of a leaf, or of one line of its batch, under the newest checkpoint. PERF: under 1 ms for a line of 8,192. */
export async function makeReceipt(
  { chain, published }: Parts,
  { logIndex, line }: { logIndex: number; line?: number | undefined },
): Promise<Receipt | ReceiptRefusal> {
  const found = await chain.findLeafOutcome(logIndex);
  const outcome = found?.record.outcomes[found.index];
  if (found === undefined || outcome === undefined) return "UNKNOWN_TRANSACTION";
  const checkpoint = published.latest;
  if (checkpoint === undefined || logIndex >= checkpoint.size) return "RECEIPT_NOT_READY";
  const note = findNote(checkpoint.text);
  if (note === undefined) throw new Error("the newest checkpoint cannot be read");
  const [content, proof] = await Promise.all([
    contentOf(chain, { record: found.record, outcome, line }),
    published.tiles.proveInclusion({ index: logIndex, size: checkpoint.size }),
  ]);
  if (typeof content === "string") return content;
  const notes = published.rosterNotes(checkpoint.size);
  const rosters = notes.length === 0 ? {} : { rosters: [...notes] };
  return { ...content, ...rosters, proof: formatTlogProof({ extra: undefined, index: logIndex, proof, note }) };
}

async function contentOf(
  chain: LedgerChain,
  { record, outcome, line }: { record: BlockRecord; outcome: RecordedOutcome; line: number | undefined },
): Promise<ReceiptContent | "UNKNOWN_LINE"> {
  const leaf = receiptField(outcome.leaf);
  if (outcome.place === undefined) return { format: "mingbai/receipt/1", leaf };
  const signed = await readSigned(chain, record, { place: outcome.place, line });
  const content: ReceiptContent = {
    format: "mingbai/receipt/1",
    header: receiptField(signed.headerBytes),
    signature: receiptField(signed.signature),
    body: receiptField(signed.body),
    leaf,
  };
  if (line === undefined) return content;
  return signed.line === undefined ? "UNKNOWN_LINE" : { ...content, line: lineOf(signed.line, outcome) };
}

function lineOf({ index, count, record, path }: ProvedLine, { refusedLines }: RecordedOutcome) {
  const results = new Uint8Array(count);
  for (const [refused, code] of refusedLines ?? []) results[refused] = code;
  const result = resultPath(resultRecords(count, results), index);
  return {
    index,
    record: receiptField(record),
    path: path.map(receiptField),
    results: receiptField(result.record),
    resultsPath: result.path.map(receiptField),
  };
}
