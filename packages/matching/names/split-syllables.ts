const initials = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split(" ");
const finals = (
  "a o e i u v ai ei ao ou an en ang eng er ong ia ie iao iu ian in iang ing iong ua uo uai ui uan un uang ue ve van vn " +
  "yu"
).split(" ");

const syllables = new Set([
  ...initials.flatMap((initial) => finals.map((final) => initial + final)),
  ..."a o e ai ei ao ou an en ang eng er".split(" "),
]);
const syllableLettersMax = 6;

/**
 * Cuts Latin letters into pinyin syllables, the longest first, going back where that leaves a rest: `zhangwei` is
 * `zhang wei`. Letters that are no pinyin stay one piece. The table is of all initials with all finals, some of which
 * Chinese does not have; those do no harm here.
 */
export function splitSyllables(letters: string): string[] {
  return findSplit(letters.replaceAll("ü", "v").replace(/lyu/g, "lv"), 0) ?? [letters];
}

/** More than this many letters are no name of one person in pinyin. */
const lettersMax = 32;

function findSplit(letters: string, start: number): string[] | undefined {
  if (letters.length > lettersMax) return undefined;
  if (start === letters.length) return [];
  for (let length = Math.min(syllableLettersMax, letters.length - start); length > 0; length--) {
    const syllable = letters.slice(start, start + length);
    if (!syllables.has(syllable)) continue;
    const rest = findSplit(letters, start + length);
    if (rest !== undefined) return [syllable, ...rest];
  }
  return undefined;
}
