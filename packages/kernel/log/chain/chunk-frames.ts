import { concat, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";

/** How much is gathered before it is written: a store has a thousand chunks, most of them a few bytes. */
const gatherBytes = 512 * 1024;
const lengthBytes = 4;

/** Chunks one after another, each behind its length, in pieces worth writing. */
export function* frameChunks(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  for (const chunk of chunks) {
    parts.push(u32(chunk.length), chunk);
    bytes += lengthBytes + chunk.length;
    if (bytes < gatherBytes) continue;
    yield concat(...parts);
    parts = [];
    bytes = 0;
  }
  if (bytes > 0) yield concat(...parts);
}

/** The chunks in these pieces. Throws SyntaxError where lengths and bytes do not fit. */
export function splitChunks(pieces: readonly Uint8Array[]): Uint8Array[] {
  const all = concat(...pieces);
  const view = viewOf(all);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < all.length; ) {
    const end = at + lengthBytes <= all.length ? at + lengthBytes + view.getUint32(at, true) : Number.POSITIVE_INFINITY;
    if (end > all.length) throw new SyntaxError("the chunks of a snapshot do not fit their lengths");
    chunks.push(all.subarray(at + lengthBytes, end));
    at = end;
  }
  return chunks;
}
