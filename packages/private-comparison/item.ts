import { concat, utf8 } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";

/** What is compared, with the one spelling that both sides give it; the number stands in an offer. */
export const itemKinds = {
  /** GB 11643: 17 digits, and a digit or X. */
  identityNumber: { number: 1, pattern: /^[0-9]{17}[0-9X]$/ },
  /** GB 32100: 18 digits and capital letters without I, O, S, V, Z. */
  creditCode: { number: 2, pattern: /^[0-9A-HJ-NP-RTUW-Y]{18}$/ },
} as const;
export type ItemKind = keyof typeof itemKinds;

/** The kind of a number in an offer, or undefined where there is none. */
export function findItemKind(number: number): ItemKind | undefined {
  if (number === itemKinds.identityNumber.number) return "identityNumber";
  return number === itemKinds.creditCode.number ? "creditCode" : undefined;
}

/** True where the text is spelt as both sides spell it. That its check digit is right is for whoever keeps the list. */
export function isItem(kind: ItemKind, text: string): boolean {
  return itemKinds[kind].pattern.test(text);
}

/**
 * Input of the function: context comparisonItem ‖ kind ‖ the text's ASCII bytes. Throws RangeError where the text is
 * not spelt so, since it would never match.
 */
export function itemBytes(kind: ItemKind, text: string): Uint8Array<ArrayBuffer> {
  if (!isItem(kind, text)) throw new RangeError(`not spelt as ${kind} is`);
  return concat(contextBytes.comparisonItem, Uint8Array.of(itemKinds[kind].number), utf8(text));
}
