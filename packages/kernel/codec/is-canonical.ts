import { canonicalDepthMax } from "./canonical-json.ts";

const quote = 0x22;
const minus = 0x2d;
const backslash = 0x5c;
const underscore = 0x5f;
const nameCharsMax = 64;
/** 2^53 − 1 has so many digits; numbers of fewer are within it. */
const safeDigits = 16;

/**
 * True where these bytes are exactly the canonical spelling of a value (`encodeCanonical`), UTF-8 included. Makes nothing of
 * them: `findCanonical` is for who wants the value.
 * PERF: texts of a list are 150 bytes a line, 1,000,000 lines a list; one look at each byte. Bench: disburse.million.
 */
export function isCanonical(bytes: Uint8Array): boolean {
  const scan = new Scan(bytes);
  return scan.value(0) && scan.isAtEnd;
}

/** Each method goes over what it names and tells whether it is spelt as it must be. */
class Scan {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  value(depth: number): boolean {
    if (depth > canonicalDepthMax) return false;
    const first = this.#bytes[this.#at];
    if (first === quote) return this.#text();
    if (first === 0x7b) return this.#object(depth + 1);
    if (first === 0x5b) return this.#list(depth + 1);
    if (first === 0x74) return this.#word("true");
    if (first === 0x66) return this.#word("false");
    return this.#integer();
  }

  #take(byte: number): boolean {
    if (this.#bytes[this.#at] !== byte) return false;
    this.#at++;
    return true;
  }

  #object(depth: number): boolean {
    this.#at++;
    if (this.#take(0x7d)) return true;
    let [lastFrom, lastTo] = [0, 0];
    do {
      const from = this.#at + 1;
      const to = this.#name();
      // An equal name would be a second one.
      if (to === 0 || !this.#isAfter(from, to, lastFrom, lastTo) || !this.#take(0x3a) || !this.value(depth))
        return false;
      [lastFrom, lastTo] = [from, to];
    } while (this.#take(0x2c));
    return this.#take(0x7d);
  }

  #list(depth: number): boolean {
    this.#at++;
    if (this.#take(0x5d)) return true;
    do {
      if (!this.value(depth)) return false;
    } while (this.#take(0x2c));
    return this.#take(0x5d);
  }

  /** `canonicalNamePattern` between quotation marks: where it ends, 0 where there is none. PERF: 17,000,000 names an import, no text made of any. */
  #name(): number {
    if (!this.#take(quote)) return 0;
    const bytes = this.#bytes;
    const from = this.#at;
    let to = from;
    for (let byte = bytes[to]; byte !== quote; byte = bytes[++to])
      if (byte === undefined || !(isLetter(byte) || (to > from && (isDigit(byte) || byte === underscore)))) return 0;
    if (to === from || to - from > nameCharsMax) return 0;
    this.#at = to + 1;
    return to;
  }

  /** Whether one name stands behind another in the order of code units, which for ASCII is that of the bytes. */
  #isAfter(from: number, to: number, otherFrom: number, otherTo: number): boolean {
    const bytes = this.#bytes;
    let [at, other] = [from, otherFrom];
    while (at < to && other < otherTo && bytes[at] === bytes[other]) {
      at++;
      other++;
    }
    if (at === to) return false;
    return other === otherTo || (bytes[at] ?? 0) > (bytes[other] ?? 0);
  }

  #word(word: string): boolean {
    for (let i = 0; i < word.length; i++) if (!this.#take(word.charCodeAt(i))) return false;
    return true;
  }

  #integer(): boolean {
    const start = this.#at;
    this.#take(minus);
    const digitsAt = this.#at;
    while (isDigit(this.#bytes[this.#at] ?? 0)) this.#at++;
    const digits = this.#at - digitsAt;
    if (digits === 0 || digits > safeDigits) return false;
    if (this.#bytes[digitsAt] === 0x30) return digits === 1 && digitsAt === start;
    if (digits < safeDigits) return true;
    return Number.isSafeInteger(Number(String.fromCharCode(...this.#bytes.subarray(start, this.#at))));
  }

  #text(): boolean {
    const bytes = this.#bytes;
    let at = this.#at + 1;
    for (;;) {
      const byte = bytes[at];
      if (byte === undefined || byte < 0x20) return false;
      if (byte === quote) break;
      if (byte === backslash) {
        const length = escapeBytes(bytes, at + 1);
        if (length === 0) return false;
        at += 1 + length;
      } else if (byte < 0x80) at++;
      else {
        const length = characterBytes(bytes, at, byte);
        if (length === 0) return false;
        at += length;
      }
    }
    this.#at = at + 1;
    return true;
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function isLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** `"`, `\`, b, f, n, r, t. */
const shortEscapes: ReadonlySet<number> = new Set([quote, backslash, 0x62, 0x66, 0x6e, 0x72, 0x74]);
/** Control characters that have no short escape, as `\u00` and these two digits. */
const longEscapes: ReadonlySet<string> = new Set(
  Array.from({ length: 0x20 }, (_, code) => code.toString(16).padStart(2, "0")).filter(
    (digits) => !["08", "09", "0a", "0c", "0d"].includes(digits),
  ),
);

/** How many bytes follow a backslash as JSON.stringify writes it, 0 where it would write something else. */
function escapeBytes(bytes: Uint8Array, at: number): number {
  const kind = bytes[at] ?? 0;
  if (shortEscapes.has(kind)) return 1;
  if (kind !== 0x75 || bytes[at + 1] !== 0x30 || bytes[at + 2] !== 0x30) return 0;
  return longEscapes.has(String.fromCharCode(bytes[at + 3] ?? 0, bytes[at + 4] ?? 0)) ? 5 : 0;
}

/** Bytes of the UTF-8 character that begins here (Unicode 17, table 3-7), 0 where it is none. */
function characterBytes(bytes: Uint8Array, at: number, first: number): number {
  const second = bytes[at + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return isTail(second) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const from = first === 0xe0 ? 0xa0 : 0x80;
    const to = first === 0xed ? 0x9f : 0xbf;
    return second >= from && second <= to && isTail(bytes[at + 2]) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const from = first === 0xf0 ? 0x90 : 0x80;
    const to = first === 0xf4 ? 0x8f : 0xbf;
    return second >= from && second <= to && isTail(bytes[at + 2]) && isTail(bytes[at + 3]) ? 4 : 0;
  }
  return 0;
}

function isTail(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}
