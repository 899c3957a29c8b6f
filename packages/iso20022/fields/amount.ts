import { amountMax } from "@mingbai/codec/money";
import { type Element, failAt } from "../xml/element.ts";

/** ISO 20022 ActiveCurrencyAndAmount: 18 digits in all; decimals as the ledger's currency has them. */
const written = /^\d{1,18}(?:\.(\d{1,5}))?$/;

/** Minor units as ISO 20022 writes them: "123.45". */
export function formatAmount(minor: number, decimals: number): string {
  if (!Number.isSafeInteger(minor) || minor < 0) throw new RangeError("an amount is a whole number of minor units");
  const digits = String(minor).padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Minor units of an amount's text, never through a fraction; a fault where it is none or is finer than the currency. */
export function readAmount(element: Element, decimals: number): number {
  const found = written.exec(element.text);
  const [whole = "", fraction = ""] = element.text.split(".");
  const isFiner = fraction.slice(decimals).replace(/0/g, "") !== "";
  const minor = Number(whole + fraction.slice(0, decimals).padEnd(decimals, "0"));
  if (found !== null && !isFiner && minor <= amountMax) return minor;
  return failAt(element, "VALUE", {
    en: `"${element.text.slice(0, 40)}" is no amount with ${decimals} decimals`,
    zh: `“${element.text.slice(0, 40)}”不是 ${decimals} 位小数的金额`,
  });
}

/** The same of an amount that names its currency, which has to be this one. */
export function readCurrencyAmount(element: Element, money: Money): number {
  const currency = element.attributes.get("Ccy");
  if (currency !== money.currency) {
    const words = {
      en: `is in ${currency}; expected ${money.currency}`,
      zh: `币种是 ${currency}，应是 ${money.currency}`,
    };
    return failAt(element, "VALUE", words);
  }
  return readAmount(element, money.decimals);
}

/** The ledger's currency: ISO 4217 code and how many decimals its minor unit has. */
export interface Money {
  readonly currency: string;
  readonly decimals: number;
}
