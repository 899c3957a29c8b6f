/** The text of a house as it is compared. */
export interface Address {
  /** Without blanks and marks, numerals as digits. */
  readonly text: string;
  /** The last number in it: the house, the flat. */
  readonly house: string | undefined;
}

const charactersMax = 64;
const digits = "〇一二三四五六七八九";

/** Reads the text of a house; undefined for an empty one. 三组十二号 and 3组12号 are read alike. */
export function readAddress(text: string | undefined): Address | undefined {
  const plain = (text ?? "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[零○]/g, "〇")
    .replace(
      /([一二三四五六七八九])?十([一二三四五六七八九])?/g,
      (_, tens: string | undefined, ones: string | undefined) =>
        String((tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (ones === undefined ? 0 : digits.indexOf(ones))),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(digits.indexOf(digit)))
    .replace(/村民小组|小组|生产队/g, "组")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, charactersMax);
  if (plain === "") return undefined;
  return { text: plain, house: plain.match(/\d+/g)?.at(-1) };
}
