import { codeDigits } from "./levels.ts";

/**
 * All divisions in three arrays, in the order of their codes of 12 digits, which is the order of the tree: a division is
 * followed by all that lie in it. 665,000 divisions take 21 MB.
 */
export interface DivisionIndex {
  /** "YYYY-MM-DD": the day that the codes are of. */
  readonly asOf: string;
  /** Codes as numbers; 12 digits are exact in a double. */
  readonly codes: Float64Array;
  /** Where each name starts in `names`, and one more: where the next would. */
  readonly starts: Uint32Array;
  /** Names in UTF-8, each followed by a line feed. */
  readonly names: Uint8Array;
}

const text = new TextDecoder();

export function nameAt(index: DivisionIndex, position: number): string {
  const start = index.starts[position];
  const next = index.starts[position + 1];
  if (start === undefined || next === undefined) throw new RangeError(`no division at ${position}`);
  return text.decode(index.names.subarray(start, next - 1));
}

export function codeAt(index: DivisionIndex, position: number): string {
  const code = index.codes[position];
  if (code === undefined) throw new RangeError(`no division at ${position}`);
  return String(code).padStart(codeDigits, "0");
}

/** The position of a code, or undefined. */
export function findPosition(index: DivisionIndex, code: string): number | undefined {
  const position = firstFrom(index.codes, Number(code));
  return index.codes[position] === Number(code) ? position : undefined;
}

/** The first position whose value is not below `least`. */
export function firstFrom(sorted: Float64Array | Uint32Array, least: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
