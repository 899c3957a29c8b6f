import { type Entry, nothing } from "./entry.ts";
import { entryFault, entryNote } from "./faults.ts";
import { plainEntry, saysNothing } from "./plain-entry.ts";

const mobileDigits = 11;
/** Mobile numbers begin with 13 to 19; landlines have an area code of 3 or 4 digits and 7 or 8 digits (YD/T 1166 plan). */
const mobile = /^1[3-9]\d{9}$/;
const landline = /^(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:-\d{1,6})?$/;
const several = /^(.{7,}?)\s*[/、,;，；]\s*(.{7,})$/;

/** A mobile number of 11 digits, or a landline as it is written; spaces, hyphens within mobiles and +86 are left out. */
export function readPhone(text: string): Entry {
  const plain = plainEntry(text);
  if (saysNothing(plain)) return nothing;
  const first = several.exec(plain)?.[1];
  if (first !== undefined) return firstOf(plain, readPhone(first));
  const bare = plain
    .replace(/\s+/gu, "")
    .replace(/^(?:\+|00)?86-?(?=1[\d-]{10,}$)/, "")
    .replace(/^(\d{11})\.0$/, "$1");
  const digits = bare.replaceAll("-", "");
  if (mobile.test(digits)) return { value: digits };
  if (landline.test(bare)) return { value: bare };
  if (/^\d\.\d+e\+?\d+$/i.test(bare)) return entryFault("SHORT_FORM", { text: bare });
  const wrong = [...bare].find((character) => !/[\d-]/.test(character));
  if (wrong !== undefined) return entryFault("PHONE_CHARACTER", { character: wrong });
  const length = digits.length;
  if (!/^1[3-9]/.test(digits) || length < 7) return entryFault("PHONE_UNREADABLE", { text: bare.slice(0, 40) });
  return length < mobileDigits
    ? entryFault("PHONE_TOO_SHORT", { length, missing: mobileDigits - length })
    : entryFault("PHONE_TOO_LONG", { length, extra: length - mobileDigits });
}

function firstOf(text: string, entry: Entry): Entry {
  if (!("value" in entry)) return entry;
  return { value: entry.value, notes: [entryNote("REST_LEFT_OUT", { text })] };
}
