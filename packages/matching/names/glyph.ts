import { findSurnameReading, looseSound, readingsOf } from "./sounds.ts";
import { baseOf } from "./variants.ts";

/** One character of a name, or one syllable of pinyin in its place. */
export interface Glyph {
  readonly text: string;
  /** The simplified or usual form; a syllable is its own. */
  readonly base: string;
  /** Pinyin without tones, the usual reading first. */
  readonly readings: readonly string[];
  /** The readings as dialects merge them. */
  readonly loose: readonly string[];
  /** The loose sound that keys are made of: a character without reading counts as itself. */
  readonly sound: string;
  /** The same where it is a surname. */
  readonly surnameSound: string;
  readonly isUnknown: boolean;
}

/** What stands for a character that could not be typed or printed. */
const unknownMarks = /^[?*□■○●◯×\u{fffd}]$/u;

/** Bounded by Unicode: only single characters are kept. */
const known = new Map<string, Glyph>();

/** What is known of a character (one code point). */
export function glyphOf(character: string): Glyph {
  const found = known.get(character);
  if (found !== undefined) return found;
  const base = baseOf(character);
  const readings = readingsOf(base);
  const surname = findSurnameReading(base);
  const made = makeGlyph(character, { base, readings, surname });
  known.set(character, made);
  return made;
}

/** A syllable of pinyin in the place of a character. */
export function glyphOfSyllable(syllable: string): Glyph {
  return makeGlyph(syllable, { base: syllable, readings: [syllable], surname: syllable });
}

type Reading = { base: string; readings: readonly string[]; surname: string | undefined };

function makeGlyph(text: string, { base, readings, surname }: Reading): Glyph {
  const all = surname === undefined || readings.includes(surname) ? readings : [...readings, surname];
  const [usual] = readings;
  return {
    text,
    base,
    readings: all,
    loose: all.map(looseSound),
    sound: usual === undefined ? base : looseSound(usual),
    surnameSound: looseSound(surname ?? usual ?? base),
    isUnknown: unknownMarks.test(text),
  };
}
