import { foldRecords } from "./lines-root.ts";
import { hashBytes, recordBytes } from "./shape.ts";

/** The siblings from a record's leaf up to below the root: 32 bytes each, `treeDepth(count)` of them. Throws RangeError for an index outside. */
export function linePath(records: Uint8Array, index: number): Uint8Array<ArrayBuffer>[] {
  if (!Number.isInteger(index) || index < 0 || index >= records.length / recordBytes) {
    throw new RangeError(`no record ${index}`);
  }
  const path: Uint8Array<ArrayBuffer>[] = [];
  foldRecords(records, (level, nodes) => {
    if (nodes.length === hashBytes) return;
    const sibling = ((index >> level) ^ 1) * hashBytes;
    path.push(new Uint8Array(nodes.subarray(sibling, sibling + hashBytes)));
  });
  return path;
}
