import { type Entry, type EntryHints, nothing } from "./entry.ts";
import { entryFault } from "./faults.ts";
import { cleanText, plainEntry, saysNothing } from "./plain-entry.ts";

export const divisionCode = /^\d{12}$/;
const divisionCharsMax = 100;

/** A village by its code of 12 digits (国家统计局统计用区划代码), or by a name that means one village only. */
export function readDivision(text: string, hints: EntryHints): Entry {
  const plain = plainEntry(text);
  if (saysNothing(plain)) return nothing;
  if (divisionCode.test(plain)) return { value: plain };
  if (/^\d+$/.test(plain)) return entryFault("DIVISION_CODE", { length: plain.length });
  const name = cleanText(text).slice(0, divisionCharsMax);
  const found = hints.divisions?.find(name) ?? [];
  const [only] = found;
  if (only === undefined) return entryFault("DIVISION_UNKNOWN", { text: name });
  return found.length === 1 ? { value: only } : entryFault("DIVISION_SEVERAL", { text: name, count: found.length });
}
