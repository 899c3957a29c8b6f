import { concat, utf8, viewOf } from "@mingbai/codec/bytes";
import { leafHash, nodeHash } from "./hash.ts";

/** Protobuf as CometBFT signs and hashes it: fields in order of their numbers, those of zero value left out. */
const wire = { varint: 0, fixed64: 1, bytes: 2 } as const;

/** A whole number below 2^53; nothing where it is 0. */
export function varintField(field: number, value: number): Uint8Array<ArrayBuffer> {
  return value === 0 ? new Uint8Array() : concat(tag(field, wire.varint), varint(value));
}

/** A number as eight bytes, little-endian; nothing where it is 0. */
export function fixed64Field(field: number, value: number): Uint8Array<ArrayBuffer> {
  if (value === 0) return new Uint8Array();
  const bytes = new Uint8Array(8);
  viewOf(bytes).setBigUint64(0, BigInt(value), true);
  return concat(tag(field, wire.fixed64), bytes);
}

/** Bytes or text; nothing where there are none. */
export function bytesField(field: number, value: Uint8Array | string): Uint8Array<ArrayBuffer> {
  const bytes = typeof value === "string" ? utf8(value) : value;
  return bytes.length === 0 ? new Uint8Array() : messageField(field, bytes);
}

/** A message within one, written also where it is empty. */
export function messageField(field: number, ...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return concat(tag(field, wire.bytes), delimited(...parts));
}

/** A message behind its length. */
export function delimited(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = concat(...parts);
  return concat(varint(bytes.length), bytes);
}

const time = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?Z$/;

/** `google.protobuf.Timestamp` of an RFC 3339 time since 1970 with up to nine digits of a second, or undefined for another text. */
export function findTimestamp(text: string): Uint8Array<ArrayBuffer> | undefined {
  const found = time.exec(text);
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, whole = 0] = (found ?? []).slice(1, 7).map(Number);
  if (found === null || year < 1970 || month < 1 || month > 12) return undefined;
  const seconds = ((daysSince1970({ year, month, day }) * 24 + hours) * 60 + minutes) * 60 + whole;
  return concat(varintField(1, seconds), varintField(2, Number((found[7] ?? "").padEnd(9, "0"))));
}

/** Days of the Gregorian calendar, in years that begin in March so that the leap day is their last (H. Hinnant, days_from_civil). */
function daysSince1970({ year, month, day }: { year: number; month: number; day: number }): number {
  const years = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leapDays + dayOfYear - 719_468;
}

/** Root over a list of byte strings, as RFC 6962 builds trees: left is the largest power of two that is smaller. */
export function merkleRoot(items: readonly Uint8Array[]): Uint8Array {
  const [only] = items;
  if (only === undefined) throw new RangeError("a tree of nothing has no root here");
  if (items.length === 1) return leafHash(only);
  let split = 1;
  while (split * 2 < items.length) split *= 2;
  return nodeHash(merkleRoot(items.slice(0, split)), merkleRoot(items.slice(split)));
}

function tag(field: number, type: number): Uint8Array<ArrayBuffer> {
  return varint(field * 8 + type);
}

function varint(value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) + 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Uint8Array.of(...bytes, rest);
}
