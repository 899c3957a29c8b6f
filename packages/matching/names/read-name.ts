import { hashStart, hashText } from "../hash-text.ts";
import { type Glyph, glyphOf, glyphOfSyllable } from "./glyph.ts";
import { splitSyllables } from "./split-syllables.ts";

/** A name as it is compared. */
export interface Name {
  /** Without blanks and dots, letters small. */
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  /** How many glyphs are the surname: 1 or 2. */
  readonly surnameLength: number;
  /** The base forms in a row: equal for names that differ in traditional and variant forms only. */
  readonly base: string;
  /** A hash of the loose sounds, sorted: equal for names that sound alike, whatever the order of their characters. */
  readonly soundKey: number;
}

/** Longer names are compared by their beginning: the longest transliterated names of citizens are shorter. */
const glyphsMax = 24;

/** Surnames of two characters: the frequent ones, and rare ones that begin with a surname of their own. */
const doubleSurnames = new Set(
  `欧阳 上官 司徒 司马 诸葛 皇甫 夏侯 尉迟 公孙 慕容 令狐 端木 东方 长孙 宇文 独孤 南宫 百里 申屠 轩辕 呼延 闻人 澹台 淳于 单于 太史 钟离
   拓跋 赫连 完颜 耶律 第五`.split(/\s+/),
);

/** Blanks, and the dots of names from other languages (麦麦提·艾力). */
const betweenParts = /[\s·•‧・.．,，\u200b-\u200f\ufeff'’-]/gu;

/** The Chinese characters of which most names consist. */
const onlyCharacters = /^[\u4e00-\u9fff]+$/;

/** Reads a name; one without any character has no glyphs and is missing for every comparison. */
export function readName(name: string): Name {
  const text = onlyCharacters.test(name) ? name : name.normalize("NFKC").toLowerCase();
  const glyphs = readGlyphs(text).slice(0, glyphsMax);
  const surnameLength = countSurname(glyphs);
  const base = glyphs.reduce((all, glyph) => all + glyph.base, "");
  const sounds = glyphs.map((glyph, index) => (index < surnameLength ? glyph.surnameSound : glyph.sound)).sort();
  const soundKey = sounds.reduce((hash, sound) => hashText(hash, sound), hashStart);
  const plain = text.replace(betweenParts, "");
  // A million names are kept: one string where both are equal.
  return { text: plain, glyphs, surnameLength, base: base === plain ? plain : base, soundKey };
}

function readGlyphs(text: string): Glyph[] {
  if (onlyCharacters.test(text)) return Array.from(text, glyphOf);
  const pieces = text.match(/[a-züÀ-ɏ]+|[^\s]/gu) ?? [];
  return pieces.flatMap((piece) =>
    /^[a-zü]+$/.test(piece) ? splitSyllables(piece).map(glyphOfSyllable) : readPiece(piece),
  );
}

function readPiece(piece: string): Glyph[] {
  const left = piece.replace(betweenParts, "");
  if (left === "") return [];
  return [...left].length === 1 ? [glyphOf(left)] : [glyphOfSyllable(left)];
}

function countSurname(glyphs: readonly Glyph[]): number {
  const [first, second] = glyphs;
  const isDouble = glyphs.length > 2 && first && second && doubleSurnames.has(first.base + second.base);
  return isDouble ? 2 : 1;
}
