import { lineAmountFenMax } from "@mingbai/codec/money";
import type { AmountStyle } from "./amount-style.ts";
import { type AmountDefect, takeApartAmount } from "./amount-text.ts";

const minorDigits = 2;
const zero = 48;

/**
 * Minor units (pence, fen) of one cell, signed, or its defect. Reads digits one by one, so that no amount ever passes
 * through a fraction. Groups must be whole: three digits, four as in Chinese, or two before the last three as in India.
 * Decimals beyond the minor unit are refused unless they are zeros beyond the third (databases print 12.3400).
 */
export function readAmount(cell: string, style: AmountStyle): number | AmountDefect {
  if (style.decimal === "." && style.unitDigits === 0) {
    const plain = findPlainAmount(cell);
    if (plain !== undefined) return plain;
  }
  const parts = takeApartAmount(cell);
  if (typeof parts === "string") return parts;
  const [whole = "", decimals = "", more] = parts.digits.split(style.decimal);
  if (more !== undefined || /[^\d]/.test(decimals)) return "AMOUNT_UNREADABLE";
  const digits = ungroup(whole);
  if (digits === undefined || digits + decimals === "") return "AMOUNT_UNREADABLE";
  const places = minorDigits + style.unitDigits;
  const rest = decimals.slice(places);
  if (rest !== "" && (/[^0]/.test(rest) || decimals.length === places + 1)) return "AMOUNT_TOO_PRECISE";
  return toMinorUnits(`${digits}${decimals.slice(0, places).padEnd(places, "0")}`, parts.negative);
}

function toMinorUnits(digits: string, negative: boolean): number | AmountDefect {
  const significant = digits.replace(/^0+/, "");
  // 2^40 − 1 has 13 digits; sixteen and more would not be exact.
  if (significant.length > 15) return "AMOUNT_TOO_LARGE";
  const minor = significant === "" ? 0 : Number.parseInt(significant, 10);
  if (minor > lineAmountFenMax) return "AMOUNT_TOO_LARGE";
  return negative && minor > 0 ? -minor : minor;
}

function ungroup(whole: string): string | undefined {
  if (/^\d*$/.test(whole)) return whole;
  const grouped =
    /^\d{1,3}(?:([., '])\d{3})(?:\1\d{3})*$/.test(whole) ||
    /^\d{1,4}(?:([., '])\d{4})(?:\1\d{4})*$/.test(whole) ||
    /^\d{1,2}(?:,\d{2})+,\d{3}$/.test(whole);
  return grouped ? whole.replace(/[^\d]/g, "") : undefined;
}

/** PERF: 300,000 cells a second and more; `-1234.5` without a single allocation. Bench: import-payments. */
function findPlainAmount(cell: string): number | undefined {
  const start = cell.charCodeAt(0) === 45 ? 1 : 0;
  if (cell.length === start || cell.length > 14) return undefined;
  let minor = 0;
  let decimals = -1;
  for (let at = start; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code === 46 && decimals === -1 && at > start) decimals = 0;
    else if (code < zero || code > zero + 9) return undefined;
    else {
      minor = minor * 10 + (code - zero);
      if (decimals >= 0) decimals++;
    }
  }
  if (decimals > minorDigits || decimals === 0) return undefined;
  if (decimals === -1) minor *= 100;
  if (decimals === 1) minor *= 10;
  if (minor > lineAmountFenMax) return undefined;
  return start === 1 && minor > 0 ? -minor : minor;
}
