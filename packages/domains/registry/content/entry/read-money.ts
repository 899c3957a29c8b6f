import type { AmountDefect } from "@mingbai/tabular/columns/amount-text";
import { readAmount } from "@mingbai/tabular/columns/read-amount";
import { type Entry, type EntryHints, nothing } from "./entry.ts";
import { entryFault } from "./faults.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";

/** Decimal places that a unit of money adds to the yuan. */
const unitDigits: Readonly<Record<string, 0 | 3 | 4>> = { "": 0, 元: 0, yuan: 0, 千元: 3, 千: 3, 万元: 4, 万: 4 };
const unitAtEnd = /\s*(万元|千元|万|千)$/;

const faultOf = {
  AMOUNT_MISSING: "MONEY_UNREADABLE",
  AMOUNT_UNREADABLE: "MONEY_UNREADABLE",
  AMOUNT_SCIENTIFIC: "SHORT_FORM",
  AMOUNT_TOO_PRECISE: "MONEY_TOO_PRECISE",
  AMOUNT_TOO_LARGE: "MONEY_TOO_LARGE",
} as const satisfies { readonly [defect in AmountDefect]: string };

/** An amount in fen, from yuan or the unit named beside it or at the head of its column: «1.2 万元», «12,000». */
export function readMoney(text: string, hints: EntryHints): Entry {
  const plain = plainEntry(text);
  if (saysNothing(plain)) return nothing;
  const own = unitAtEnd.exec(plain);
  const unit = own?.[1] ?? (plain.endsWith("元") ? "元" : (hints.unit ?? ""));
  const digits = unitDigits[unit];
  if (digits === undefined) return entryFault("UNIT_UNKNOWN", { unit, own: "元", ownEn: "yuan" });
  const amount = own === null ? plain : plain.slice(0, own.index);
  const fen = readAmount(amount, { decimal: hints.decimal ?? ".", unitDigits: digits });
  return typeof fen === "number" ? { value: fen } : entryFault(faultOf[fen], { text: plain });
}

/** Whether a text is a unit of money that amounts are read in. */
export function isMoneyUnit(text: string): boolean {
  return text !== "" && unitDigits[text] !== undefined;
}
