import { hashStart, hashText } from "../hash-text.ts";
import { hasLookAlike, lookOf } from "../names/look-alikes.ts";
import type { ReadPerson } from "../people/read-person.ts";

/** Which people are compared at all: those who share one of these keys. */
export const keyNames = [
  "identityNumber",
  "identityTail",
  "identityWithoutDay",
  "identityHead",
  "nameAndYear",
  "nameAndVillage",
  "nameAndDay",
  "birthAndSurname",
  "birthAndGiven",
  "phoneAndName",
  "lookAndVillage",
] as const;

export type KeyName = (typeof keyNames)[number];

/** No key: the person lacks what it is made of. */
export const noKey = 0;

type MakeKey = (person: ReadPerson) => number;

/**
 * Each key as a hash of 32 bits, or `noKey`. A slip in one field leaves at least one key whole; keys that meet by the
 * chance of a hash cost one comparison and change nothing. Names count by their loose sounds, sorted.
 */
export const makeKey: Readonly<Record<KeyName, MakeKey>> = {
  /** The same number, or another check character. */
  identityNumber: ({ identityNumber }) => (identityNumber ? hash(identityNumber.text, 0, 17) : noKey),
  /** A slip in area or year: month, day, sequence and check character are left. */
  identityTail: ({ identityNumber }) => (identityNumber ? hash(identityNumber.text, 10, 18) : noKey),
  /** A slip in month or day. */
  identityWithoutDay: ({ identityNumber: number }) =>
    number ? solid(hashText(hashText(hashStart, number.text, 0, 10), number.text, 14, 18)) : noKey,
  /** A slip in the sequence: area and day of birth are left, which many share; the surname's sound parts them. */
  identityHead: ({ identityNumber: number, name }) =>
    number && name.glyphs[0]
      ? solid(hashText(hashText(hashStart, number.text, 0, 14), name.glyphs[0].surnameSound))
      : noKey,
  nameAndYear: ({ name, birth }) => (name.glyphs.length > 0 && birth ? hashNumber(name.soundKey, birth.year) : noKey),
  nameAndVillage: ({ name, village }) =>
    name.glyphs.length > 0 && village ? solid(hashText(name.soundKey, village)) : noKey,
  /** A slip in the year. */
  nameAndDay: ({ name, birth }) =>
    name.glyphs.length > 0 && birth?.day ? hashNumber(name.soundKey, birth.month * 100 + birth.day) : noKey,
  /** A slip in the given name. */
  birthAndSurname: ({ name, birth }) =>
    name.glyphs[0] && birth?.day
      ? hashNumber(hashText(hashStart, name.glyphs[0].surnameSound), dayNumber(birth))
      : noKey,
  /** A slip in the surname or in the middle. */
  birthAndGiven: ({ name, birth }) => {
    const last = name.glyphs.at(-1);
    return last && birth?.day ? hashNumber(hashText(hashStart, last.sound), dayNumber(birth)) : noKey;
  },
  phoneAndName: ({ name, phone }) =>
    name.glyphs.length > 0 && phone ? solid(hashText(name.soundKey, phone.number)) : noKey,
  /** A character taken for one that looks like it and sounds otherwise; only for names that have such a character. */
  lookAndVillage: ({ name, village }) =>
    village && name.glyphs.some(({ base }) => hasLookAlike(base))
      ? solid(hashText(hashText(hashStart, name.glyphs.map(({ base }) => lookOf(base)).join("")), village))
      : noKey,
};

function dayNumber({ year, month, day }: { year: number; month: number; day: number }): number {
  return (year * 100 + month) * 100 + day;
}

function hashNumber(state: number, number: number): number {
  return solid(hashText(state, String(number)));
}

function hash(text: string, start: number, end: number): number {
  return solid(hashText(hashStart, text, start, end));
}

function solid(key: number): number {
  return key === noKey ? 1 : key;
}
