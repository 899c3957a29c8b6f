import { type CodeFault, faultsOf } from "../fault.ts";
import { codeTextCharsMax, plainCode } from "../text/plain-code.ts";
import { codeDigits, type DivisionLevel, divisionLevels, levelDigits, levelOf } from "./levels.ts";
import { provinces } from "./provinces.ts";

export interface DivisionCode {
  /** 12 digits; the first six are the code of GB/T 2260. */
  readonly code: string;
  readonly level: DivisionLevel;
}

export const divisionCodeFaults = {
  EMPTY: { en: "There is no division code.", zh: "没有填区划代码" },
  CHARACTER: {
    en: "Place {position} of the division code is “{character}”; a digit belongs there.",
    zh: "区划代码第 {position} 位是“{character}”，应为数字",
  },
  LENGTH: {
    en: "The division code has {length} digits; it has 2, 4, 6, 9 or 12.",
    zh: "区划代码有 {length} 位，应为 2、4、6、9 或 12 位",
  },
  PROVINCE: { en: "{digits} at the start is no province's code.", zh: "开头 {digits} 不是省级区划代码" },
  GAP: {
    en: "The division code leaves out a level: places {from} to {to} are zero.",
    zh: "区划代码缺一级：第 {from} 至 {to} 位全是 0",
  },
} as const;

export type DivisionCodeFault = CodeFault<keyof typeof divisionCodeFaults>;

const fault = faultsOf(divisionCodeFaults);
const lengths: readonly number[] = Object.values(levelDigits);

/**
 * The shape of a division's code: GB/T 2260 (six digits; of provinces and cities also two and four) or the statistical code
 * of 12, with its levels 2+2+2+3+3. Whether there is such a division is for `findDivision` to say.
 */
export function checkDivisionCode(text: string): DivisionCodeFault | DivisionCode {
  if (text.length > codeTextCharsMax) return fault("LENGTH", { length: text.length });
  const { code: digits } = plainCode(text);
  if (digits === "") return fault("EMPTY");
  const characters = [...digits];
  const wrong = characters.findIndex((character) => !/^\d$/.test(character));
  if (wrong >= 0) return fault("CHARACTER", { position: wrong + 1, character: characters[wrong] ?? "" });
  if (!lengths.includes(digits.length)) return fault("LENGTH", { length: digits.length });
  if (provinces[digits.slice(0, 2)] === undefined) return fault("PROVINCE", { digits: digits.slice(0, 2) });
  const code = digits.padEnd(codeDigits, "0");
  const level = levelOf(code);
  return findGap(code, level) ?? { code, level };
}

/** Streets may lie in a city without counties (东莞市, 中山市, 儋州市); nothing else leaves a level out. */
function findGap(code: string, level: DivisionLevel): DivisionCodeFault | undefined {
  for (const above of divisionLevels.slice(1, divisionLevels.indexOf(level))) {
    if (above === "county") continue;
    const from = above === "city" ? levelDigits.province : levelDigits.county;
    const to = levelDigits[above];
    if (/^0+$/.test(code.slice(from, to))) return fault("GAP", { from: from + 1, to });
  }
  return undefined;
}
