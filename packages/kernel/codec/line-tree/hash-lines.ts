import { groupCount, groupLevel, groupRecords } from "./line-groups.ts";
import { foldRecords } from "./lines-root.ts";
import { hashBytes, recordBytes } from "./shape.ts";

/** Both things that are kept of a batch's tree, hashed once. */
export interface HashedLines {
  readonly root: Uint8Array<ArrayBuffer>;
  /** As `groupRoots` gives them: no bytes for a batch of one group. */
  readonly groupRoots: Uint8Array<ArrayBuffer>;
}

/** The root over 64-byte records, and the roots of their groups on the way. Throws RangeError as `linesRoot` does. */
export function hashLines(records: Uint8Array): HashedLines {
  const count = records.length / recordBytes;
  let groupRoots = new Uint8Array(0);
  let root = new Uint8Array(hashBytes);
  foldRecords(records, (level, nodes) => {
    if (level === groupLevel && count > groupRecords) groupRoots = nodes.slice(0, groupCount(count) * hashBytes);
    if (nodes.length === hashBytes) root = nodes.slice();
  });
  return { root, groupRoots };
}
