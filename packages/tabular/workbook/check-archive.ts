import {
  partBytesMax,
  partsMax,
  ratioFreeBytes,
  unpackedBytesMax,
  unpackedRatioMax,
  workbookBytesMax,
} from "./limits.ts";
import { WorkbookError } from "./workbook-error.ts";

// PKWARE APPNOTE.TXT 6.3.10, sections 4.3.12 (central directory header) and 4.3.16 (end of central directory).
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endBytes = 22;
const entryBytes = 46;
const commentBytesMax = 0xffff;
const elsewhere = 0xffffffff;
const encryptedFlag = 1;

/** One part as the archive's directory declares it; the unpacker stops a part that is longer than declared. */
interface Part {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

/**
 * Refuses an archive that declares more than a workbook needs, before anything of it is unpacked: parts, bytes, the ratio of
 * unpacked to packed, passwords, 64-bit sizes (no workbook of these sizes needs them). Throws WorkbookError.
 */
export function checkArchive(bytes: Uint8Array): void {
  if (bytes.length > workbookBytesMax) throw tooLarge(`it has more than ${inMegabytes(workbookBytesMax)} MB`);
  const parts = readDirectory(bytes);
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0);
  if (unpacked > unpackedBytesMax)
    throw tooLarge(`unpacked it would have ${inMegabytes(unpacked)} MB, the most is ${inMegabytes(unpackedBytesMax)}`);
  if (unpacked > ratioFreeBytes && unpacked > bytes.length * unpackedRatioMax)
    throw tooLarge(`unpacked it would be ${Math.floor(unpacked / bytes.length)} times as large, which no list is`);
  for (const part of parts) checkPart(part);
}

function checkPart({ name, packed, unpacked }: Part): void {
  // A part without a declared size would be unpacked without a bound.
  if (unpacked === 0 && packed > 2) throw damaged(`the size of ${name} is not declared`);
  if (unpacked > partBytesMax && !/worksheets\//.test(name))
    throw tooLarge(`${name} would have ${inMegabytes(unpacked)} MB`);
}

function readDirectory(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > partsMax) throw tooLarge(`it has ${count} parts`);
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + entryBytes > end || view.getUint32(at, true) !== entrySignature) throw damaged("its directory is torn");
    const nameBytes = view.getUint16(at + 28, true);
    const [packed, unpacked, place] = [at + 20, at + 24, at + 42].map((field) => view.getUint32(field, true));
    if (packed === undefined || unpacked === undefined || [packed, unpacked, place].includes(elsewhere))
      throw tooLarge("its sizes are written with 64 bits");
    if ((view.getUint16(at + 8, true) & encryptedFlag) !== 0)
      throw new WorkbookError("locked", "the workbook is protected by a password; save it without one");
    const name = new TextDecoder().decode(bytes.subarray(at + entryBytes, at + entryBytes + nameBytes));
    parts.push({ name, packed, unpacked });
    at += entryBytes + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** The last mark of an end, as unpackers look for it. */
function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endBytes - commentBytesMax);
  for (let at = view.byteLength - endBytes; at >= first; at--) if (view.getUint32(at, true) === endSignature) return at;
  throw damaged("it has no end");
}

function tooLarge(why: string): WorkbookError {
  return new WorkbookError("tooLarge", `the workbook was not opened: ${why}`);
}

function damaged(why: string): WorkbookError {
  return new WorkbookError("damaged", `the workbook cannot be read: ${why}; save it again as xlsx, or as CSV (UTF-8)`);
}

function inMegabytes(bytes: number): number {
  return Math.floor(bytes / (1024 * 1024));
}
