import type { Words } from "../words.ts";
import type { NetIncome } from "./net-income.ts";

/**
 * The line as pages show it: （46,960.00 − 看病 31,450.00）÷ 4 人 ＝ 3,877.50 元. A rounded result stands behind ≈.
 */
export function formulaText({ incomeFen, deducted, people, perPersonFen, isExact }: NetIncome): Words {
  const en = [yuanText(incomeFen), ...deducted.map(({ words, fen }) => `${words.en} ${yuanText(fen)}`)].join(" − ");
  const zh = [yuanText(incomeFen), ...deducted.map(({ words, fen }) => `${words.zh} ${yuanText(fen)}`)].join(" − ");
  const hasParts = deducted.length > 0;
  const result = yuanText(perPersonFen);
  return {
    en: `${hasParts ? `(${en})` : en} ÷ ${people} ${people === 1 ? "person" : "people"} ${isExact ? "=" : "≈"} ${result} yuan`,
    zh: `${hasParts ? `（${zh}）` : `${zh} `}÷ ${people} 人 ${isExact ? "＝" : "≈"} ${result} 元`,
  };
}

/** Fen as yuan with two decimals and groups of three, from digits alone. */
function yuanText(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, "0");
  const yuan = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "−" : ""}${yuan}.${digits.slice(-2)}`;
}
