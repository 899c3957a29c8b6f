import { groupRecords, linePathInGroup } from "@mingbai/codec/line-tree/line-groups";
import { linePath } from "@mingbai/codec/line-tree/line-path";
import { resultPath, resultRecords } from "@mingbai/codec/line-tree/results";
import { findEnvelopes } from "@mingbai/ledger/container/body";
import { findContainerHeader } from "@mingbai/ledger/container/container";
import { lineBytes, type PaymentBody } from "@mingbai/ledger/transaction/body";
import { type Envelope, findPayments } from "@mingbai/ledger/transaction/envelope";
import type { BlockRecord, RecordedOutcome } from "@mingbai/log/chain/block-record";
import type { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { findNote } from "@mingbai/log/merkle/note";
import { formatTlogProof } from "@mingbai/log/merkle/tlog-proof";
import { type Receipt, type ReceiptContent, receiptField } from "@mingbai/sdk/receipt";
import type { PublishedLog } from "../published/published-log.ts";

export type ReceiptRefusal = "UNKNOWN_TRANSACTION" | "UNKNOWN_LINE" | "RECEIPT_NOT_READY";

interface Parts {
  readonly chain: LedgerChain;
  readonly published: PublishedLog;
}

/** The receipt of a leaf, or of one line of its batch, under the newest checkpoint. PERF: 1 ms for a line of 8,192. */
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
  const rosters = published.rosters.length === 0 ? {} : { rosters: [...published.rosters] };
  return { ...content, ...rosters, proof: formatTlogProof({ extra: undefined, index: logIndex, proof, note }) };
}

async function contentOf(
  chain: LedgerChain,
  { record, outcome, line }: { record: BlockRecord; outcome: RecordedOutcome; line: number | undefined },
): Promise<ReceiptContent | "UNKNOWN_LINE"> {
  const leaf = receiptField(outcome.leaf);
  if (outcome.place === undefined) return { format: "mingbai/receipt/1", leaf };
  const { envelope, groupRoots } = await readEnvelopeAt(chain, record, outcome.place);
  const payments = findPayments(envelope);
  const content: ReceiptContent = {
    format: "mingbai/receipt/1",
    header: receiptField(envelope.headerBytes),
    signature: receiptField(envelope.signature),
    body: receiptField(payments?.head ?? envelope.body),
    leaf,
  };
  if (line === undefined) return content;
  if (payments === undefined || line >= payments.count) return "UNKNOWN_LINE";
  return { ...content, line: lineOf({ envelope, payments, groupRoots }, { line, outcome }) };
}

/** A line with its paths. The group roots kept beside the body spare hashing the other lines. */
function lineOf({ payments, groupRoots }: StoredEnvelope & { payments: PaymentBody }, { line, outcome }: LineOf) {
  const results = new Uint8Array(payments.count);
  for (const [index, code] of outcome.refusedLines ?? []) results[index] = code;
  const { record, path } = resultPath(resultRecords(payments.count, results), line);
  return {
    index: line,
    record: receiptField(payments.lines.subarray(line * lineBytes, (line + 1) * lineBytes)),
    path: pathOf(payments, groupRoots, line).map(receiptField),
    results: receiptField(record),
    resultsPath: path.map(receiptField),
  };
}

function pathOf({ lines, count }: PaymentBody, groupRoots: Uint8Array, index: number): Uint8Array[] {
  if (groupRoots.length === 0) return linePath(lines, index);
  const first = index - (index % groupRecords);
  const group = lines.subarray(first * lineBytes, Math.min(first + groupRecords, count) * lineBytes);
  return linePathInGroup({ group, roots: groupRoots, index, count });
}

interface LineOf {
  readonly line: number;
  readonly outcome: RecordedOutcome;
}

interface StoredEnvelope {
  readonly envelope: Envelope;
  readonly groupRoots: Uint8Array;
}

async function readEnvelopeAt(
  chain: LedgerChain,
  record: BlockRecord,
  [containerIndex, envelopeIndex]: readonly [number, number],
): Promise<StoredEnvelope> {
  const container = record.containers[containerIndex];
  const header = container && findContainerHeader(container.header);
  if (container === undefined || header === undefined) {
    throw new SyntaxError("a block record names a container that is not there");
  }
  const stored = await chain.readBody(container);
  const envelope = findEnvelopes(header.kind, stored.subarray(0, header.bodyBytes))?.[envelopeIndex];
  if (envelope === undefined) throw new SyntaxError("a block record names a transaction that is not there");
  return { envelope, groupRoots: stored.subarray(header.bodyBytes) };
}
