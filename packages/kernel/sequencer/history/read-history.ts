import type { BlockRecord, RecordedContainer } from "@mingbai/log/chain/block-record";
import { orderedPieces } from "@mingbai/log/portable/ordered-block";
import type { HistoryPlace } from "./history-frames.ts";

/** A ledger whose history is asked for. */
export interface HistoryLedger {
  /** Durable blocks in order, from the first of at least this height on; none where a body of one is not here. */
  keptBlocksFrom(height: number): AsyncIterable<BlockRecord>;
  readBody(container: RecordedContainer): Promise<Uint8Array>;
}

/** Blocks read for one answer: most may be small. */
const blocksMax = 1_024;

/** Ordered blocks from a place on, up to so many bytes, cut anywhere; and the place to go on from. */
export async function readHistory(
  ledger: HistoryLedger,
  { from, bytesMax }: { readonly from: HistoryPlace; readonly bytesMax: number },
): Promise<{ readonly bytes: Uint8Array; readonly next: HistoryPlace }> {
  const parts: Uint8Array[] = [];
  let left = bytesMax;
  let next = from;
  let blocks = 0;
  for await (const record of ledger.keptBlocksFrom(from.height)) {
    if (left === 0 || blocks++ === blocksMax) break;
    let at = 0;
    const start = record.height === from.height ? from.offset : 0;
    for (const { bytes, read } of orderedPieces(record, (container) => ledger.readBody(container))) {
      const skipped = Math.min(bytes, Math.max(0, start - at));
      if (left > 0 && skipped < bytes) {
        const part = (await read()).subarray(skipped, skipped + left);
        parts.push(part);
        left -= part.length;
        next = { height: record.height, offset: at + skipped + part.length };
      }
      at += bytes;
    }
    if (next.offset >= at || start >= at) next = { height: record.height + 1, offset: 0 };
  }
  return { bytes: Buffer.concat(parts), next };
}
