import { plainText } from "./plain-text.ts";

/** An amount's text taken apart: its sign, and digits with separators as they stood. */
export interface AmountText {
  readonly negative: boolean;
  /** Only ASCII digits, `.`, `,`, `'` and single spaces. */
  readonly digits: string;
}

/** Why a cell is not an amount. */
export type AmountDefect =
  | "AMOUNT_MISSING"
  | "AMOUNT_UNREADABLE"
  | "AMOUNT_SCIENTIFIC"
  | "AMOUNT_TOO_PRECISE"
  | "AMOUNT_TOO_LARGE";

const spaces = /[\s\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]+/gu;
const minusSigns = /[\u2010-\u2015\u2212\u02d7\ufe63\uff0d]/gu;
const currencies = /(?:[$£€¥₽₹₩元圆]|\b(?:GBP|CNY|RMB|USD|EUR|HKD|JPY)\b|人民币)/giu;

/**
 * Takes currency signs, brackets, signs on either side and DR/CR off an amount. Brackets, a minus anywhere at the ends
 * and CR say negative, as accountants write credits. Text that is no amount gives its defect.
 */
export function takeApartAmount(cell: string): AmountText | AmountDefect {
  let text = plainText(cell).replace(minusSigns, "-").replace(spaces, " ").replace(currencies, "").trim();
  if (text === "") return cell.trim() === "" ? "AMOUNT_MISSING" : "AMOUNT_UNREADABLE";
  if (/^[-+(]?\s*\d[\d.,]*\s*e\s*[-+]?\s*\d+\s*\)?$/i.test(text)) return "AMOUNT_SCIENTIFIC";
  // A lone dash is how spreadsheets print nothing.
  if (text === "-") return { negative: false, digits: "0" };
  let minuses = 0;
  const bracketed = /^\((.*)\)$/.exec(text);
  if (bracketed?.[1] !== undefined) {
    minuses++;
    text = bracketed[1].trim();
  }
  const side = /\s*\b(CR|DR)\.?$/i.exec(text);
  if (side?.[1] !== undefined) {
    if (side[1].toUpperCase() === "CR") minuses++;
    text = text.slice(0, side.index).trim();
  }
  const signed = /^([-+])?\s*(.*?)\s*([-+])?$/.exec(text);
  if (signed?.[1] === "-") minuses++;
  if (signed?.[3] === "-") minuses++;
  const digits = (signed?.[2] ?? "").replaceAll("’", "'");
  if (minuses > 1 || (signed?.[1] !== undefined && signed[3] !== undefined)) return "AMOUNT_UNREADABLE";
  if (!/^[\d.,' ]+$/.test(digits) || !/\d/.test(digits)) return "AMOUNT_UNREADABLE";
  return { negative: minuses === 1, digits };
}
