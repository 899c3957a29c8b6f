import { concat, equalBytes, utf8, viewOf } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { getNumber64, type Number64, putNumber64 } from "@mingbai/codec/number64";
import { sha256 } from "@mingbai/codec/sha256";
import { findU64, putU64 } from "@mingbai/codec/u64";

/** What a signature covers: fixed width, little-endian. Layout in docs/spec/transaction.md. */
export interface TransactionHeader {
  readonly scheme: number;
  readonly lane: number;
  readonly kind: TransactionKind;
  readonly bodyBytes: number;
  /** One for a command; the count of lines for payments. */
  readonly units: number;
  readonly keyId: Number64;
  readonly sequence: number;
  readonly expiryMs: number;
  /** The ledger's identity, 32 bytes. */
  readonly chain: Uint8Array;
  /** 32 bytes (ed25519) or 33 (p256, compressed). */
  readonly publicKey: Uint8Array;
  /** Identity of a transaction that must have been accepted before, or 32 zeros. */
  readonly after: Uint8Array;
  readonly command: string;
  readonly bodyHash: Uint8Array;
}

export const transactionKinds = { command: 0, payments: 1 } as const;
export type TransactionKind = (typeof transactionKinds)[keyof typeof transactionKinds];

export const headerBytes = 224;
export const laneMax = 15;
export const publicKeyBytes: Readonly<Record<number, number>> = { 1: 32, 2: 33, 3: 33 };
export const suiteSha256 = 1;

const magic = utf8("MBT1");
const commandPattern = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;
const at = { suite: 4, scheme: 5, lane: 6, kind: 7, bodyBytes: 8, units: 12, keyId: 16, sequence: 24, expiryMs: 32 };
const wide = { chain: 40, publicKey: 72, after: 112, command: 144, bodyHash: 192 };

/** The 224 bytes of a header. Throws RangeError on a field that does not fit. */
export function encodeHeader(header: TransactionHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headerBytes);
  const view = viewOf(bytes);
  bytes.set(magic);
  view.setUint8(at.suite, suiteSha256);
  view.setUint8(at.scheme, header.scheme);
  view.setUint8(at.lane, header.lane);
  view.setUint8(at.kind, header.kind);
  view.setUint32(at.bodyBytes, header.bodyBytes, true);
  view.setUint32(at.units, header.units, true);
  putNumber64(bytes, at.keyId, header.keyId);
  putU64(bytes, at.sequence, header.sequence);
  putU64(bytes, at.expiryMs, header.expiryMs);
  bytes.set(header.chain, wide.chain);
  bytes.set(header.publicKey, wide.publicKey);
  bytes.set(header.after, wide.after);
  bytes.set(utf8(header.command), wide.command);
  bytes.set(header.bodyHash, wide.bodyHash);
  if (!isSpelledBy(bytes, header)) throw new RangeError("a header field does not fit its place");
  return bytes;
}

const numberFields = ["scheme", "lane", "kind", "bodyBytes", "units", "sequence", "expiryMs"] as const;
const hashFields = ["chain", "after", "bodyHash"] as const;

/** True where reading gives every field as it was meant: an integer too wide was cut, a long name ran over. */
function isSpelledBy(bytes: Uint8Array, header: TransactionHeader): boolean {
  const read = findHeader(bytes);
  return (
    read !== undefined &&
    read.command === header.command &&
    numberFields.every((name) => read[name] === header[name]) &&
    equalBytes(read.publicKey, header.publicKey) &&
    hashFields.every((name) => equalBytes(read[name], header[name]))
  );
}

/** The header that stands in the first 224 bytes, or undefined unless every byte is as the layout says. */
export function findHeader(bytes: Uint8Array): TransactionHeader | undefined {
  if (bytes.length < headerBytes || !startsWith(bytes, magic) || bytes[at.suite] !== suiteSha256) return undefined;
  const view = viewOf(bytes);
  const scheme = view.getUint8(at.scheme);
  const keyLength = publicKeyBytes[scheme];
  const lane = view.getUint8(at.lane);
  const kind = view.getUint8(at.kind);
  const sequence = findU64(bytes, at.sequence);
  const expiryMs = findU64(bytes, at.expiryMs);
  const command = findCommand(bytes.subarray(wide.command, wide.bodyHash));
  if (keyLength === undefined || lane > laneMax || !isKind(kind)) return undefined;
  if (sequence === undefined || expiryMs === undefined || command === undefined) return undefined;
  if (!isZero(bytes.subarray(wide.publicKey + keyLength, wide.after))) return undefined;
  return {
    scheme,
    lane,
    kind,
    bodyBytes: view.getUint32(at.bodyBytes, true),
    units: view.getUint32(at.units, true),
    keyId: getNumber64(bytes, at.keyId),
    sequence,
    expiryMs,
    chain: bytes.slice(wide.chain, wide.publicKey),
    publicKey: bytes.slice(wide.publicKey, wide.publicKey + keyLength),
    after: bytes.slice(wide.after, wide.command),
    command,
    bodyHash: bytes.slice(wide.bodyHash, headerBytes),
  };
}

/** The bytes that a key signs: the context, then the header (which holds the chain). */
export function signedBytes(header: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(contextBytes.transaction, header.subarray(0, headerBytes));
}

/** A transaction's identity: the hash of what is signed, never of the signature. 32 bytes. */
export function transactionId(header: Uint8Array): Uint8Array<ArrayBuffer> {
  return sha256(signedBytes(header));
}

export function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

function isKind(kind: number): kind is TransactionKind {
  return kind === transactionKinds.command || kind === transactionKinds.payments;
}

function startsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

function findCommand(field: Uint8Array): string | undefined {
  const end = field.indexOf(0);
  const name = String.fromCharCode(...field.subarray(0, end < 0 ? field.length : end));
  const paddingIsZero = end < 0 || isZero(field.subarray(end));
  return paddingIsZero && commandPattern.test(name) ? name : undefined;
}
