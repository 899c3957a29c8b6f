import { viewOf } from "@mingbai/codec/bytes";
import { latin1 } from "./find-bytes.ts";
import { Fault } from "./judgement.ts";
import { elsewhere, isZip64End, trueSizes, zip64EndBytes } from "./zip64.ts";

/** One entry of a zip, with the place of its data checked against its neighbours. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly unpackedBytes: number;
  /** The packed bytes, in the archive's own memory. */
  readonly data: Uint8Array;
}

const entriesMax = 5_000;
const nameBytesMax = 512;
const nameDepthMax = 16;
const endBytes = 22;
const headerBytes = 46;
const localBytes = 30;
/** Behind the data of an entry whose sizes were not known before: signature, check sum, two sizes. */
const descriptorBytesMax = 24;
/** Flags of APPNOTE 4.4.4: encrypted, strongly encrypted, names hidden. */
const encryptedFlags = 0x0001 | 0x0040 | 0x2000;
const sizesBehindFlag = 0x0008;
const methods = { stored: 0, deflated: 8 };

interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly local: number;
  readonly past: number;
}

/**
 * The entries of a zip (PKWARE APPNOTE 6.3) of which every reader sees the same: one directory that ends the file, no
 * archive comment, no bytes between entries, no two entries in one place or of one name. Nothing is unpacked.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] {
  const headers = readHeaders(bytes);
  const names = new Set(headers.map(({ name }) => name.toLowerCase()));
  if (names.size !== headers.length) throw new Fault("FILE_DAMAGED");
  const directory = viewOf(bytes).getUint32(bytes.length - 6, true);
  const ordered = headers.toSorted((a, b) => a.local - b.local);
  let past = 0;
  const entries = ordered.map((header) => {
    // Whatever stands between two entries is seen by one reader and not by another.
    if (header.local < past || header.local - past > (past === 0 ? 0 : descriptorBytesMax))
      throw new Fault("FILE_DAMAGED");
    const data = dataOf(bytes, header);
    past = data.byteOffset - bytes.byteOffset + data.length;
    return entryOf(header, data);
  });
  if (past > directory || directory - past > descriptorBytesMax) throw new Fault("FILE_DAMAGED");
  return entries;
}

function readHeaders(bytes: Uint8Array): Header[] {
  const view = viewOf(bytes);
  const end = bytes.length - endBytes;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Fault("FILE_DAMAGED");
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const isOneVolume = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  const past = start + size;
  const isLast = past === end || (past === end - zip64EndBytes && isZip64End(bytes, past, { start, size, count }));
  if (!isOneVolume || !isLast) throw new Fault("FILE_DAMAGED");
  if (count > entriesMax) throw new Fault("FILE_BOMB");
  const headers: Header[] = [];
  let at = start;
  while (headers.length < count) {
    const header = readHeader(bytes, at);
    headers.push(header);
    at = header.past;
  }
  if (at !== past) throw new Fault("FILE_DAMAGED");
  return headers;
}

function readHeader(bytes: Uint8Array, at: number): Header {
  const view = viewOf(bytes);
  if (view.getUint32(at, true) !== 0x02014b50) throw new Fault("FILE_DAMAGED");
  const nameEnd = at + headerBytes + view.getUint16(at + 28, true);
  const name = nameOf(bytes, at + headerBytes, nameEnd);
  const extra = { from: nameEnd, to: nameEnd + view.getUint16(at + 30, true) };
  const sizes = {
    packedBytes: view.getUint32(at + 20, true),
    unpackedBytes: view.getUint32(at + 24, true),
    local: view.getUint32(at + 42, true),
  };
  return {
    name,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...trueSizes(bytes, extra, sizes),
    past: extra.to + view.getUint16(at + 32, true),
  };
}

/** A name that stays below the folder it would be unpacked in. */
function nameOf(bytes: Uint8Array, from: number, to: number): string {
  const name = Buffer.from(latin1(bytes, from, to), "latin1").toString("utf8");
  const parts = name.split("/");
  const leaves = parts.some((part) => part === ".." || part === ".") || /^\/|^[A-Za-z]:|\\|\p{Cc}/u.test(name);
  if (name === "" || to - from > nameBytesMax || parts.length > nameDepthMax || leaves) throw new Fault("FILE_DAMAGED");
  return name;
}

function dataOf(bytes: Uint8Array, header: Header): Uint8Array {
  const { local, flags, method, packedBytes, name } = header;
  const view = viewOf(bytes);
  if ((flags & encryptedFlags) !== 0) throw new Fault("FILE_ENCRYPTED");
  if (view.getUint32(local, true) !== 0x04034b50) throw new Fault("FILE_DAMAGED");
  const nameEnd = local + localBytes + view.getUint16(local + 26, true);
  const isSame =
    view.getUint16(local + 8, true) === method &&
    nameOf(bytes, local + localBytes, nameEnd) === name &&
    saysTheSame(view, header);
  const start = nameEnd + view.getUint16(local + 28, true);
  if (!isSame || start + packedBytes > bytes.length) throw new Fault("FILE_DAMAGED");
  if ((view.getUint16(local + 6, true) & encryptedFlags) !== 0) throw new Fault("FILE_ENCRYPTED");
  return bytes.subarray(start, start + packedBytes);
}

/** Readers of streams go by the entry's own header, unless it says that check sum and sizes stand behind the data. */
function saysTheSame(view: DataView, { local, crc, packedBytes, unpackedBytes }: Header): boolean {
  if ((view.getUint16(local + 6, true) & sizesBehindFlag) !== 0) return true;
  const packed = view.getUint32(local + 18, true);
  const unpacked = view.getUint32(local + 22, true);
  return (
    view.getUint32(local + 14, true) === crc &&
    (packed === packedBytes || packed === elsewhere) &&
    (unpacked === unpackedBytes || unpacked === elsewhere)
  );
}

function entryOf({ name, method, crc, packedBytes, unpackedBytes }: Header, data: Uint8Array): ZipEntry {
  const isDeflated = method === methods.deflated;
  if (!isDeflated && method !== methods.stored) throw new Fault("FILE_DAMAGED");
  if (!isDeflated && packedBytes !== unpackedBytes) throw new Fault("FILE_DAMAGED");
  return { name, isDeflated, crc, unpackedBytes, data };
}
