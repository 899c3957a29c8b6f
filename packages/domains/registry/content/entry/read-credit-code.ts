import { checkCreditCode } from "@mingbai/national-codes/credit-code/check-credit-code";
import { isFault } from "@mingbai/national-codes/fault";
import { type Entry, nothing } from "./entry.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";

export function readCreditCode(text: string): Entry {
  if (saysNothing(plainEntry(text))) return nothing;
  const read = checkCreditCode(text);
  return isFault(read) ? read : { value: read.code };
}
