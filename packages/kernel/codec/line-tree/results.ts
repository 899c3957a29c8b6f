import { foldLinePath } from "./fold-line-path.ts";
import { linePath } from "./line-path.ts";
import { linesRoot } from "./lines-root.ts";
import { isRecordCount, recordBytes, recordsMax } from "./shape.ts";

/** What became of each line, one byte a line: 0 = accepted. Packed 64 to a record, the rest of the last record zero. */
export function resultRecords(count: number, results?: Uint8Array): Uint8Array<ArrayBuffer> {
  checkCount(count);
  const records = new Uint8Array(resultRecordCount(count) * recordBytes);
  if (results === undefined) return records;
  if (results.length !== count) throw new RangeError(`${results.length} results for ${count} lines`);
  records.set(results);
  return records;
}

function checkCount(count: number): void {
  if (!isRecordCount(count)) throw new RangeError(`${count} lines do not make a batch`);
}

/** How many records hold the results of so many lines. */
export function resultRecordCount(count: number): number {
  return Math.ceil(count / recordBytes);
}

/** Roots of batches accepted whole, by their number of result records: most batches, so they are hashed once. */
const acceptedRoots: (Uint8Array<ArrayBuffer> | undefined)[] = new Array(recordsMax / recordBytes + 1).fill(undefined);

/** Root over the results of `count` lines; without `results` every line was accepted. */
export function resultsRoot(count: number, results?: Uint8Array): Uint8Array<ArrayBuffer> {
  if (results !== undefined) return linesRoot(resultRecords(count, results));
  checkCount(count);
  const root = acceptedRoots[resultRecordCount(count)] ?? linesRoot(resultRecords(count));
  acceptedRoots[resultRecordCount(count)] = root;
  return root.slice();
}

/** The result record that a line's result stands in, and its path. Throws RangeError for a line outside. */
export function resultPath(
  records: Uint8Array,
  line: number,
): { record: Uint8Array<ArrayBuffer>; path: Uint8Array<ArrayBuffer>[] } {
  const index = Math.floor(line / recordBytes);
  const path = linePath(records, index);
  return { record: new Uint8Array(records.subarray(index * recordBytes, (index + 1) * recordBytes)), path };
}

/** A line's result and the root that it leads to, or undefined for a shape that no result has. `count` counts lines. */
export function foldResultPath(placed: {
  readonly record: Uint8Array;
  readonly line: number;
  readonly count: number;
  readonly path: readonly Uint8Array[];
}): { result: number; root: Uint8Array<ArrayBuffer> } | undefined {
  const { record, line, count, path } = placed;
  if (!isRecordCount(count) || !Number.isInteger(line) || line < 0 || line >= count) return undefined;
  const index = Math.floor(line / recordBytes);
  const root = foldLinePath({ record, index, count: resultRecordCount(count), path });
  const result = record[line % recordBytes];
  return root === undefined || result === undefined ? undefined : { result, root };
}
