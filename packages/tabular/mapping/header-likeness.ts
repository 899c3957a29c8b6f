import { headerWords } from "./header-words.ts";

/** A column's name made ready for comparing. */
export interface ReadyName {
  readonly words: readonly string[];
  readonly letters: string;
  /** One bit for each letter that occurs, several letters to a bit: unlike names are told apart without comparing them. */
  readonly mask: number;
}

export function readyName(name: string): ReadyName {
  const words = headerWords(name);
  const letters = words.replaceAll(" ", "");
  let mask = 0;
  for (let i = 0; i < letters.length; i++) mask |= 1 << (letters.charCodeAt(i) & 31);
  return { words: words === "" ? [] : words.split(" "), letters, mask };
}

const han = /\p{Script=Han}/u;

/**
 * How alike a column's name and a known name are, 0 to 1: the same words, the same letters, a misspelling of at most one letter
 * in six (optimal string alignment distance), or one name within the other.
 */
export function headerLikeness(header: ReadyName, known: ReadyName): number {
  const [aLetters, bLetters] = [header.letters, known.letters];
  if (aLetters === "" || bLetters === "") return 0;
  if (aLetters === bLetters) return header.words.length === known.words.length ? 1 : 0.97;
  if (han.test(bLetters))
    return bLetters.length >= 2 && aLetters.includes(bLetters) ? 0.7 + 0.2 * (bLetters.length / aLetters.length) : 0;
  const allowed = Math.floor(Math.min(aLetters.length, bLetters.length) / 6) + (bLetters.length >= 5 ? 1 : 0);
  const near =
    Math.abs(aLetters.length - bLetters.length) <= allowed && countBits(header.mask ^ known.mask) <= 2 * allowed;
  if (near && alignmentDistance(aLetters, bLetters) <= allowed) return 0.85;
  return wordsWithin(header.words, known.words);
}

function wordsWithin(header: readonly string[], known: readonly string[]): number {
  const shared = known.filter((word) => header.includes(word)).length;
  if (shared === known.length) return 0.55 + 0.25 * (known.length / header.length);
  if (shared === header.length) return 0.4 + 0.2 * (header.length / known.length);
  return 0;
}

/** Insertions, deletions, changes and swaps of neighbours between two short words (optimal string alignment). */
function alignmentDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}

function countBits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
