import { headerWords } from "./header-words.ts";

const han = /\p{Script=Han}/u;

/**
 * How alike a column's name and a known name are, 0 to 1: the same words, the same letters, a misspelling of at most one letter
 * in six (optimal string alignment distance), or one name within the other.
 */
export function headerLikeness(header: string, known: string): number {
  const [a, b] = [headerWords(header), headerWords(known)];
  if (a === "" || b === "") return 0;
  if (a === b) return 1;
  const [aLetters, bLetters] = [a.replaceAll(" ", ""), b.replaceAll(" ", "")];
  if (aLetters === bLetters) return 0.97;
  if (han.test(b))
    return bLetters.length >= 2 && aLetters.includes(bLetters) ? 0.7 + 0.2 * (bLetters.length / aLetters.length) : 0;
  const allowed = Math.floor(Math.min(aLetters.length, bLetters.length) / 6) + (bLetters.length >= 5 ? 1 : 0);
  if (Math.abs(aLetters.length - bLetters.length) <= allowed && alignmentDistance(aLetters, bLetters) <= allowed)
    return 0.85;
  return wordsWithin(a.split(" "), b.split(" "));
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
