import { pinyin } from "pinyin-pro";

/**
 * The readings of a Chinese character without tones, the usual first; none for a character that pinyin-pro's tables do
 * not hold. `ü` is written `v`.
 */
export function readingsOf(character: string): string[] {
  const readings = pinyin(character, { toneType: "none", type: "array", multiple: true, v: true });
  return readings.filter((reading) => /^[a-z]+$/.test(reading));
}

/** How a character is read as a surname (单 shan, 曾 zeng, 仇 qiu); undefined for one without a reading. */
export function findSurnameReading(character: string): string | undefined {
  const [reading] = pinyin(character, { toneType: "none", type: "array", mode: "surname", v: true });
  return reading !== undefined && /^[a-z]+$/.test(reading) ? reading : undefined;
}

/**
 * A syllable under which many dialects hear several as one: zh/z, ch/c, sh/s, n/l at the beginning, ng/n at the end
 * (the mergers of Southwestern and Jianghuai Mandarin, Xiang and Wu: Norman, Chinese, 1988, chapter 8), and ü/u, which
 * machines write alike.
 */
export function looseSound(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, "$1")
    .replace(/^n(?=[a-z])/, "l")
    .replace(/ng$/, "n")
    .replace("v", "u");
}
