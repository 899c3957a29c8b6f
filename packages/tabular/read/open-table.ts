import { decodeText } from "./decode-text.ts";
import type { HeaderScore } from "./find-header.ts";
import { hasText } from "./plain-rows.ts";
import { readTable } from "./read-table.ts";
import { type Table, type TableRow, tableBytesMax } from "./table.ts";
import { tokenizePiece } from "./tokenize.ts";

/** Bytes that need not all be in memory: an array of them, or a file that is read where it is asked for. */
export interface Bytes {
  readonly length: number;
  /** Those from `from` up to `to`, or the end; as many as are asked for. */
  subarray(from: number, to?: number): Uint8Array;
}

/** A table whose rows are read while they are asked for, as often as they are. */
export interface OpenTable {
  /** Header, layout and the first rows: what a mapping is guessed from. */
  readonly beginning: Table;
  /** All rows below the header that have any text, in the file's order. */
  readonly rows: Iterable<TableRow>;
}

/** The beginning that is read as a table of its own. */
const beginningBytes = 1024 * 1024;
const pieceBytes = 256 * 1024;
const newline = 10;

/**
 * A table of text as `readTable` reads it, without its text ever being held whole: what stays in memory is one piece of text, and
 * `bytes` where they are an array. Small files, those of 16-bit characters and those whose encoding shows only later are read whole. Throws as
 * `readTable`.
 */
export function openTable(bytes: Bytes, score: HeaderScore = () => 0, given?: string): OpenTable {
  const end = bytes.length <= beginningBytes ? 0 : bytes.subarray(0, beginningBytes).lastIndexOf(newline) + 1;
  const encoding = end === 0 ? undefined : findEncoding(bytes, end, given);
  if (encoding === undefined) {
    if (bytes.length > tableBytesMax) throw new RangeError(`a table has at most ${tableBytesMax} bytes`);
    const whole = readTable(bytes.subarray(0), score, given);
    return { beginning: whole, rows: whole.rows };
  }
  const beginning = readTable(bytes.subarray(0, end), score, given);
  const firstLine = beginning.rows[0]?.line ?? beginning.headerLine + 1;
  const { delimiter } = beginning;
  return { beginning, rows: { [Symbol.iterator]: () => rowsFrom({ bytes, encoding, delimiter, firstLine }) } };
}

/** The encoding of the whole file, where its beginning decides it and 8 bits begin each character. */
function findEncoding(bytes: Bytes, end: number, given: string | undefined): string | undefined {
  const { encoding } = decodeText(bytes.subarray(0, end), given);
  if (encoding.startsWith("utf-16")) return undefined;
  return given !== undefined || encoding !== "utf-8" || isUtf8(bytes) ? encoding : undefined;
}

function isUtf8(bytes: Bytes): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: at + pieceBytes < bytes.length });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function* rowsFrom(file: {
  readonly bytes: Bytes;
  readonly encoding: string;
  readonly delimiter: string;
  readonly firstLine: number;
}): Generator<TableRow> {
  const { bytes, delimiter, firstLine } = file;
  const decoder = new TextDecoder(file.encoding);
  let [rest, line] = ["", 1];
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const isLast = at + pieceBytes >= bytes.length;
    const next = decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: !isLast }).replaceAll("\0", "");
    const piece = tokenizePiece({ text: rest + next, delimiter, rowEnd: "\n", line, isLast });
    for (const row of piece.rows) if (row.line >= firstLine && hasText(row)) yield row;
    [rest, line] = [piece.rest, piece.line];
  }
}
