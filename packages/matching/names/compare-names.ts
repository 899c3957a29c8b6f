import type { Glyph } from "./glyph.ts";
import { looksLike } from "./look-alikes.ts";
import type { Name } from "./read-name.ts";

/** How two names stand to each other, from the same to different. */
export type NameLevel =
  | "same"
  | "variant"
  | "sameSound"
  | "nearSound"
  | "lookAlike"
  | "swapped"
  | "partUnknown"
  | "partMissing"
  | "oneOfMany"
  | "oneCharacter"
  | "otherSurname"
  | "sameSurname"
  | "differ";

/** How two characters stand to each other; the larger, the less alike. */
const closeness = { same: 0, sameSound: 1, lookAlike: 2, nearSound: 3, unknown: 4, differ: 5 } as const;
const nearLevels = ["variant", "sameSound", "lookAlike", "nearSound", "partUnknown"] as const;

/** From this many characters on, one that differs is rather a slip than a brother's or sister's name. */
const longNameMin = 5;

/** How two names stand to each other; undefined where one of them says nothing. */
export function compareNames(a: Name, b: Name): NameLevel | undefined {
  if (a.glyphs.length === 0 || b.glyphs.length === 0) return undefined;
  if (a.base === b.base) return a.text === b.text ? "same" : "variant";
  const level = a.glyphs.length === b.glyphs.length ? compareInPlace(a, b) : compareLengths(a, b);
  return level ?? compareParts(a, b);
}

function compareInPlace(a: Name, b: Name): NameLevel | undefined {
  const places = a.glyphs.map((glyph, index) => compareGlyphs(glyph, b.glyphs[index]));
  const unknown = places.filter((place) => place === closeness.unknown).length;
  // A mask such as 王** leaves a surname.
  if (unknown > 1) return hasSameSurname(a, b) ? "sameSurname" : undefined;
  const different = places.filter((place) => place === closeness.differ).length;
  if (different === 0) return nearLevels[Math.max(...places)];
  if (a.soundKey === b.soundKey) return "swapped";
  if (different > 1 || unknown > 0 || !hasSameSurname(a, b)) return undefined;
  if (places.length >= longNameMin) return "oneOfMany";
  return places.length > a.surnameLength + 1 ? "oneCharacter" : undefined;
}

function compareGlyphs(a: Glyph, b: Glyph | undefined): number {
  if (b === undefined) return closeness.differ;
  if (a.base === b.base) return closeness.same;
  if (a.isUnknown || b.isUnknown) return closeness.unknown;
  if (sharesOne(a.readings, b.readings)) return closeness.sameSound;
  if (looksLike(a.base, b.base)) return closeness.lookAlike;
  return sharesOne(a.loose, b.loose) ? closeness.nearSound : closeness.differ;
}

function sharesOne(a: readonly string[], b: readonly string[]): boolean {
  for (const one of a) if (b.includes(one)) return true;
  return false;
}

/** One character too few: 王建国 and 王国. A surname alone is no such name. */
function compareLengths(a: Name, b: Name): NameLevel | undefined {
  const [short, long] = a.glyphs.length < b.glyphs.length ? [a, b] : [b, a];
  if (long.glyphs.length - short.glyphs.length !== 1 || !hasSameSurname(a, b)) return undefined;
  if (short.glyphs.length <= short.surnameLength) return undefined;
  let index = 0;
  for (const glyph of long.glyphs) {
    if (compareGlyphs(glyph, short.glyphs[index]) <= closeness.sameSound) index++;
  }
  return index === short.glyphs.length ? "partMissing" : undefined;
}

function compareParts(a: Name, b: Name): NameLevel {
  if (hasSameSurname(a, b)) return "sameSurname";
  const [given, other] = [a.glyphs.slice(a.surnameLength), b.glyphs.slice(b.surnameLength)];
  const isSameGiven =
    given.length > 1 &&
    given.length === other.length &&
    given.every((glyph, index) => compareGlyphs(glyph, other[index]) <= closeness.sameSound);
  return isSameGiven ? "otherSurname" : "differ";
}

function hasSameSurname(a: Name, b: Name): boolean {
  if (a.surnameLength !== b.surnameLength) return false;
  for (let index = 0; index < a.surnameLength; index++) {
    const one = a.glyphs[index];
    if (one === undefined || compareGlyphs(one, b.glyphs[index]) > closeness.nearSound) return false;
  }
  return true;
}
