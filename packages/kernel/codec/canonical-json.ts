import { equalBytes, utf8 } from "./bytes.ts";

/**
 * The JSON that is signed and hashed: RFC 8785 (JCS) narrowed until there is one spelling for each value.
 * Objects with ASCII names in code-unit order, arrays, text, true, false, and integers within ±(2^53 − 1).
 * No null, no fractions, no exponents, no −0, no white space.
 */
export type CanonicalValue = string | number | boolean | readonly CanonicalValue[] | CanonicalObject;
export interface CanonicalObject {
  readonly [name: string]: CanonicalValue | undefined;
}

export const canonicalDepthMax = 16;
export const canonicalNamePattern = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** The one text of a value; a property that is undefined is left out. Throws TypeError on what has no canonical form. */
export function encodeCanonical(value: CanonicalValue, depth = 0): string {
  if (depth > canonicalDepthMax) throw new TypeError(`nested deeper than ${canonicalDepthMax}`);
  switch (typeof value) {
    case "boolean":
      return value ? "true" : "false";
    case "number":
      return encodeInteger(value);
    case "string":
      return encodeText(value);
    case "object":
      if (value === null) throw new TypeError("null has no canonical form; leave the property out");
      return isList(value) ? encodeList(value, depth) : encodeObject(value, depth);
    default:
      throw new TypeError(`a ${typeof value} has no canonical form`);
  }
}

/** UTF-8 bytes of `encodeCanonical`. */
export function canonicalBytes(value: CanonicalValue): Uint8Array<ArrayBuffer> {
  return utf8(encodeCanonical(value));
}

/** The value that these bytes spell, or undefined unless they are exactly the canonical spelling of it. */
export function findCanonical(bytes: Uint8Array): CanonicalValue | undefined {
  const value = findJson(bytes);
  if (value === undefined) return undefined;
  try {
    return equalBytes(canonicalBytes(value), bytes) ? value : undefined;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function findJson(bytes: Uint8Array): CanonicalValue | undefined {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)) ?? undefined;
  } catch (error) {
    // JSON.parse and a fatal decoder tell of bad input in these two ways only.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function isList(value: CanonicalValue): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}

/** Everything that JSON.stringify writes otherwise than as it is, and lone surrogates. */
const notPlain = /["\\\p{Cc}\p{Cs}]/u;

/** PERF: four texts a line of a list; nearly all are plain, and a look at them costs a fifth of writing them. */
function encodeText(text: string): string {
  if (!notPlain.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new TypeError("text holds a lone surrogate");
  return JSON.stringify(text);
}

function encodeInteger(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) throw new TypeError("not an integer within ±(2^53 − 1)");
  return String(value);
}

function encodeList(value: readonly CanonicalValue[], depth: number): string {
  return `[${value.map((item) => encodeCanonical(item, depth + 1)).join(",")}]`;
}

/** PERF: a dozen properties a command, 17,000 commands a second; of an import 17,000,000 objects of one property. */
function encodeObject(value: CanonicalObject, depth: number): string {
  const names = Object.keys(value);
  if (names.length > 1) names.sort();
  let text = "";
  for (const name of names) {
    const item = value[name];
    if (item === undefined) continue;
    text += (text === "" ? "" : ",") + (quotedNames.get(name) ?? quoteName(name)) + encodeCanonical(item, depth + 1);
  }
  return `{${text}}`;
}

/** Names that were checked before, with their spelling; schemas have a few hundred, input may bring others. */
const quotedNames = new Map<string, string>();
const quotedNamesMax = 4_096;

function quoteName(name: string): string {
  if (!canonicalNamePattern.test(name))
    throw new TypeError("a property's name is not 1 to 64 ASCII letters, digits, _");
  const quoted = `"${name}":`;
  if (quotedNames.size < quotedNamesMax) quotedNames.set(name, quoted);
  return quoted;
}
