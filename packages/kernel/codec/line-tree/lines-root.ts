import { hashPairs } from "./hash-pairs.ts";
import { getPaddingRoot, hashBytes, isRecordCount, recordBytes, recordsMax } from "./shape.ts";

// Two scratch buffers, used in turn, so that a batch of 8,192 lines takes no new memory but its root.
const scratch = [new Uint8Array(recordsMax * hashBytes), new Uint8Array((recordsMax / 2) * hashBytes)] as const;

/**
 * Root over 64-byte records, padded with all-zero records to the next power of two: leaf = SHA-256(record),
 * inner node = SHA-256(left ‖ right). The count is not in the root: it must stand next to it wherever it is used.
 * Throws RangeError unless there are 1 to 8,192 whole records.
 */
export function linesRoot(records: Uint8Array): Uint8Array<ArrayBuffer> {
  const root = new Uint8Array(hashBytes);
  foldRecords(records, (_level, nodes) => {
    if (nodes.length === hashBytes) root.set(nodes);
  });
  return root;
}

/**
 * Hashes records up to their root and shows each level, leaves first, to `see`. `nodes` are the level's hashes, one
 * after another, padded to an even number below the root; they are scratch memory, gone after the call.
 */
export function foldRecords(records: Uint8Array, see: (level: number, nodes: Uint8Array) => void): void {
  const count = records.length / recordBytes;
  if (!isRecordCount(count)) throw new RangeError(`${records.length} bytes are not 1 to ${recordsMax} records`);
  let nodes = scratch[0].subarray(0, count * hashBytes);
  hashPairs(records, nodes);
  let level = 0;
  // PERF: two hashes a record, so half of what the hasher makes; one call into it for each level.
  while (nodes.length > hashBytes) {
    const even = padToEven(level, nodes);
    see(level, even);
    nodes = scratch[level % 2 === 0 ? 1 : 0].subarray(0, even.length / 2);
    hashPairs(even, nodes);
    level++;
  }
  see(level, nodes);
}

function padToEven(level: number, nodes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (nodes.length % recordBytes === 0) return nodes;
  const even = new Uint8Array(nodes.buffer, nodes.byteOffset, nodes.length + hashBytes);
  even.set(getPaddingRoot(level), nodes.length);
  return even;
}
