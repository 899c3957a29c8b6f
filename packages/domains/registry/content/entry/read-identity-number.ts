import { isFault } from "@mingbai/national-codes/fault";
import { checkIdentityNumber } from "@mingbai/national-codes/identity-number/check-identity-number";
import { type Entry, type EntryHints, nothing } from "./entry.ts";
import { entryNote } from "./faults.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";

/** An identity number of 18 characters; old ones of 15 digits are written with 18, with a note. */
export function readIdentityNumber(text: string, hints: EntryHints): Entry {
  if (saysNothing(plainEntry(text))) return nothing;
  const read = checkIdentityNumber(text, hints.day);
  if (isFault(read)) return read;
  const isOld = read.notes.includes("FIFTEEN_DIGITS");
  return isOld ? { value: read.number, notes: [entryNote("FIFTEEN_DIGITS")] } : { value: read.number };
}
