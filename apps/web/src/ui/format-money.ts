import type { Language } from "../i18n/language.ts";

/** The ledger's currency: ISO 4217 code, decimals of its minor unit. */
export interface Currency {
  readonly code: string;
  readonly decimals: number;
}

const minus = "\u2212";

const units: Readonly<Record<string, { zh: string; en: string }>> = {
  CNY: { zh: "元", en: "¥" },
  GBP: { zh: "英镑", en: "£" },
  EUR: { zh: "欧元", en: "€" },
  USD: { zh: "美元", en: "$" },
};

/** The unit for a table's head or after a figure: 元, £; the ISO code where no sign is known. */
export function currencyUnit({ code }: Currency, language: Language): string {
  return units[code]?.[language] ?? code;
}

/** Splits minor units into sign, grouped whole units and decimals: −123456 → `−`, `1,234`, `.56`. No floats. */
export function moneyParts(minor: number, decimals: number): { sign: string; whole: string; decimals: string } {
  const digits = Math.abs(minor)
    .toString()
    .padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  return {
    sign: minor < 0 ? minus : "",
    whole: digits.slice(0, cut).replace(/\B(?=(\d{3})+$)/g, ","),
    decimals: decimals > 0 ? `.${digits.slice(cut)}` : "",
  };
}

/** `−1,234.56`, for prose, labels and names of files. */
export function moneyText(minor: number, decimals: number): string {
  const parts = moneyParts(minor, decimals);
  return parts.sign + parts.whole + parts.decimals;
}

/** The smallest amount that is said with a word, and how much the word stands for, both in whole currency units. */
const scales = {
  zh: [
    { from: 100_000_000, each: 100_000_000, digits: 3, word: "亿" },
    { from: 10_000, each: 10_000, digits: 2, word: "万" },
  ],
  en: [
    { from: 10_000_000_000, each: 1_000_000_000, digits: 3, word: " billion" },
    { from: 1_000_000, each: 1_000_000, digits: 1, word: " million" },
    { from: 10_000, each: 1_000, digits: 1, word: "k" },
  ],
} as const;

/**
 * A large amount in short form, 3.406 and 亿 or 340.6 and million; never shown without the exact figure beside it.
 * `scaleOf` rounds by another amount's scale, so that parts and their total stand in one unit.
 */
export function moneyShort(
  minor: number,
  { currency, language, scaleOf = minor }: { currency: Currency; language: Language; scaleOf?: number },
): { figure: string; scale: string } {
  const perUnit = 10 ** currency.decimals;
  const scale = scales[language].find(({ from }) => Math.abs(scaleOf) >= from * perUnit);
  if (!scale) return { figure: moneyText(minor, currency.decimals), scale: "" };
  const value = Math.abs(minor) / (scale.each * perUnit);
  const figure = value.toLocaleString("en-US", { maximumFractionDigits: scale.digits });
  return { figure: (minor < 0 ? minus : "") + figure, scale: scale.word };
}

/**
 * A total and its parts in one short form, rounded so that the parts shown still add up to the total shown: the last
 * part takes what rounding leaves.
 */
export function shortParts(
  totalMinor: number,
  partsMinor: readonly number[],
  { currency, language }: { currency: Currency; language: Language },
): { readonly total: string; readonly parts: readonly string[]; readonly scale: string } {
  const perUnit = 10 ** currency.decimals;
  const scale = scales[language].find(({ from }) => Math.abs(totalMinor) >= from * perUnit);
  if (!scale) {
    const exact = (minor: number) => moneyText(minor, currency.decimals);
    return { total: exact(totalMinor), parts: partsMinor.map(exact), scale: "" };
  }
  const step = (scale.each * perUnit) / 10 ** scale.digits;
  const steps = (minor: number) => Math.round(minor / step);
  const text = (count: number) => moneyText(count, scale.digits);
  const first = partsMinor.slice(0, -1).map(steps);
  const last = steps(totalMinor) - first.reduce((sum, count) => sum + count, 0);
  const parts = partsMinor.length > 0 ? [...first, last].map(text) : [];
  return { total: text(steps(totalMinor)), parts, scale: scale.word };
}

const chartScales = {
  zh: [
    { from: 10_000, word: "万" },
    { from: 100_000_000, word: "亿" },
  ],
  en: [
    { from: 1_000, word: " thousand" },
    { from: 1_000_000, word: " million" },
  ],
} as const;
const markMax = 100_000;

/** One scale for all columns of a chart, so that its unit is said once: minor units for each mark, and the unit. */
export function chartScale(
  mostMinor: number,
  { currency, language }: { currency: Currency; language: Language },
): { readonly perMark: number; readonly unit: string } {
  const perUnit = 10 ** currency.decimals;
  const unit = currencyUnit(currency, language);
  const fitting = chartScales[language].find(({ from }) => Math.abs(mostMinor) < from * perUnit * markMax);
  const scale = fitting ?? chartScales[language][1];
  if (Math.abs(mostMinor) < scale.from * perUnit) return { perMark: perUnit, unit };
  return { perMark: scale.from * perUnit, unit: language === "zh" ? scale.word + unit : unit + scale.word };
}

/** Whole numbers of things with thousands commas, the same in both languages. */
export function countText(count: number): string {
  return count.toLocaleString("en-US");
}

/** A share to one decimal: `70.1 %` in Chinese, `70.1%` in English; 0 of 0 is 0. */
export function percentText(part: number, whole: number, language: Language): string {
  const value = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
  return language === "zh" ? `${value} %` : `${value}%`;
}

/** 17 bytes, 1.2 KB, 3.4 MB (1 KB = 1,024 B). */
export function bytesText(bytes: number): string {
  const step = ["B", "KB", "MB", "GB", "TB"];
  const power = Math.min(step.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 1024 ** power;
  return `${value >= 100 || power === 0 ? Math.round(value) : Math.round(value * 10) / 10} ${step[power]}`;
}
