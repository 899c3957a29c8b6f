import { sha256 } from "../sha256.ts";
import { hashBytes, isRecordCount, recordBytes, treeDepth } from "./shape.ts";

/** A record, where it stands among how many, and the siblings from its leaf to below the root. */
export interface PlacedRecord {
  readonly record: Uint8Array;
  readonly index: number;
  /** How many records the tree has; it must come from what is signed, never from the proof. */
  readonly count: number;
  readonly path: readonly Uint8Array[];
}

/**
 * The root that the path leads to, or undefined for a shape that no record has: an index outside the count, a path
 * of another length than the count's depth (an inner node is 64 bytes too, and would pose as a line), a wrong size.
 */
export function foldLinePath(placed: PlacedRecord): Uint8Array<ArrayBuffer> | undefined {
  const { record, index, count, path } = placed;
  if (!isRecordCount(count) || !Number.isInteger(index) || index < 0 || index >= count) return undefined;
  if (record.length !== recordBytes || path.length !== treeDepth(count)) return undefined;
  if (path.some((sibling) => sibling.length !== hashBytes)) return undefined;
  return path.reduce<Uint8Array<ArrayBuffer>>(
    (node, sibling, level) => ((index >> level) % 2 === 0 ? sha256(node, sibling) : sha256(sibling, node)),
    sha256(record),
  );
}
