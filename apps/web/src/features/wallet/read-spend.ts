import { parseAmount } from "../payments/parse-amount.ts";

export type SpendFault = "missing" | "unreadable" | "nothing" | "tooMuch";

/** The amount as typed in minor units, or what is wrong with it. */
export function readSpend(text: string, limits: { mayMinor: number; decimals: number }): number | SpendFault {
  const minor = parseAmount(text, limits.decimals);
  if (minor === undefined) return "missing";
  if (minor === null) return "unreadable";
  if (minor <= 0) return "nothing";
  return minor > limits.mayMinor ? "tooMuch" : minor;
}
