import jschardet from "jschardet";

/** A file's text and the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  /** True where some bytes do not belong to the encoding; they stand as U+FFFD. */
  readonly damaged: boolean;
  /** Why the encoding may be another, with words that show it; "" where the bytes leave no doubt or a person named it. */
  readonly doubt: string;
}

const sampleBytesMax = 64 * 1024;
const exampleCountMax = 4;

/**
 * The text of a whole file. The order of trial: a byte order mark, UTF-16 without one (every other byte zero), strict UTF-8,
 * UTF-8 with a few damaged bytes, then GB18030 or windows-1252. One encoding holds for the whole file, since a file that
 * changes its encoding half-way is damaged and is better refused row by row than guessed. NUL characters are dropped.
 * `given`: an encoding's label that a person named (WHATWG Encoding Standard); throws RangeError on an unknown one.
 */
export function decodeText(bytes: Uint8Array, given?: string): DecodedText {
  if (given !== undefined) return decodeAs(bytes, given);
  const marked = findMarkedEncoding(bytes) ?? findUnmarkedUtf16(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text: withoutNuls(text), encoding: "utf-8", damaged: false, doubt: doublyEncoded(text) };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  if (isDamagedUtf8(bytes)) return decodeAs(bytes, "utf-8");
  const decoded = decodeAs(bytes, legacyEncoding(bytes));
  const words = examplesOf(decoded.text, /[^\s,;|"]{0,12}[^\p{ASCII}£€][^\s,;|"]{0,12}/gu);
  return words === "" ? decoded : { ...decoded, doubt: `the encoding is a guess; it makes ${words}` };
}

/** UTF-8 that was taken for windows-1252 and encoded again: `Ã©` for é, `â‚¬` for €. */
function doublyEncoded(text: string): string {
  const words = examplesOf(text, /[^\s,;|"]{0,12}(?:[ÂÃ][\u0080-\u00bf]|â[€‚][\u0080-\u00bf™œž¬“”˜])[^\s,;|"]{0,12}/gu);
  return words === "" ? "" : `some letters seem to have been encoded twice by the publisher: ${words}`;
}

/** The first few different words that a pattern finds, "" where it finds none. */
function examplesOf(text: string, pattern: RegExp): string {
  const words = new Set<string>();
  for (const [word] of text.slice(0, sampleBytesMax).matchAll(pattern)) {
    words.add(word);
    if (words.size === exampleCountMax) break;
  }
  return [...words].join(" ");
}

function decodeAs(bytes: Uint8Array, encoding: string): DecodedText {
  const text = withoutNuls(new TextDecoder(encoding).decode(bytes));
  return { text, encoding, damaged: text.includes("\ufffd"), doubt: "" };
}

function withoutNuls(text: string): string {
  return text.includes("\0") ? text.replaceAll("\0", "") : text;
}

function findMarkedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

/** UTF-16 text of any Western table has a zero in nearly every character, always on the same side. */
function findUnmarkedUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, sampleBytesMax) & ~1;
  if (length < 4) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) zeros[i & 1] = (zeros[i & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // A third, since half of a mixed Chinese and English table has no zero byte at all.
  const many = length / 2 / 3;
  if (odd > many && even < odd / 20) return "utf-16le";
  if (even > many && odd < even / 20) return "utf-16be";
  return undefined;
}

/** True where almost every character beyond ASCII is good UTF-8: one pasted byte does not change a file's encoding. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let good = 0;
  let bad = 0;
  for (const found of text.matchAll(/[\u0080-\uffff]/g)) {
    if (found[0] === "\ufffd") bad++;
    else good++;
  }
  return good > 10 * bad;
}

/**
 * GB18030 or windows-1252. Chinese text in GB encodings is made of pairs of which both bytes are ≥ 0xA1 (GB/T 2312); a Western
 * accent or pound sign stands alone between ASCII letters. Where the pairs do not decide, the detector's opinion does.
 */
function legacyEncoding(bytes: Uint8Array): "gb18030" | "windows-1252" {
  let pairs = 0;
  let singles = 0;
  for (let i = 0; i < bytes.length; i++) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    if (isFourByteCharacter(bytes, i)) {
      pairs++;
      i += 3;
    } else if ((bytes[i] ?? 0) >= 0xa1 && (bytes[i + 1] ?? 0) >= 0xa1) {
      pairs++;
      i++;
    } else singles++;
  }
  if (pairs === 0 || singles > pairs) return "windows-1252";
  if (singles * 10 <= pairs) return decodesCleanly(bytes) ? "gb18030" : "windows-1252";
  const name = jschardet.detect(Buffer.from(bytes.subarray(0, sampleBytesMax))).encoding ?? "";
  return /^gb/i.test(name) && decodesCleanly(bytes) ? "gb18030" : "windows-1252";
}

/** GB18030 writes what GB/T 2312 lacks, the pound sign too, as high byte, digit, high byte, digit. */
function isFourByteCharacter(bytes: Uint8Array, at: number): boolean {
  const [, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
  return isDigit(second) && third > 0x80 && isDigit(fourth);
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function decodesCleanly(bytes: Uint8Array): boolean {
  return !new TextDecoder("gb18030").decode(bytes).includes("\ufffd");
}
