import { identityCheckDigit } from "@mingbai/national-codes/identity-number/identity-check-digit";
import { dayNumber, dayText, yearsBefore } from "../draw/days.ts";
import type { Dice } from "../draw/dice.ts";
import type { Sex } from "./family.ts";

/** Regions 339901 to 339904: the invented district was made of four old ones, which numbers keep. */
const oldDistricts = 4;
/** Serial numbers of a region for one day and sex: 001 to 997 for men, odd; 002 to 998 for women, even. */
const serials = 499;
const numbersADay = oldDistricts * serials;

/** Which days and numbers are a household's own, so that no two of a county ever meet, though nobody remembers them. */
export interface OwnNumbers {
  readonly slot: number;
  readonly residue: number;
  readonly modulus: number;
}

/**
 * The numbers of one of `total` households. Households of one `slot` are born on different days: each has its own residue
 * of days; those of one residue have different slots.
 */
export function ownNumbers(index: number, total: number): OwnNumbers {
  return {
    slot: index % numbersADay,
    residue: Math.floor(index / numbersADay),
    modulus: Math.ceil(total / numbersADay),
  };
}

/** A birth, YYYY-MM-DD, of somebody who is `age` on `day`, with a valid number (GB 11643) that nobody else has. */
export function drawIdentity(
  dice: Dice,
  { age, sex }: { readonly age: number; readonly sex: Sex },
  { day, own }: { readonly day: string; readonly own: OwnNumbers },
): { birth: string; number: string } {
  const first = dayNumber(yearsBefore(day, age + 1)) + 1;
  const last = dayNumber(yearsBefore(day, age));
  const start = first + ((((own.residue - first) % own.modulus) + own.modulus) % own.modulus);
  const choices = Math.floor((last - start) / own.modulus) + 1;
  if (choices < 1) throw new RangeError("a year has no day left for this household");
  const born = start + dice.below(choices) * own.modulus;
  const place = (own.slot + scattered(born)) % numbersADay;
  const serial = (place % serials) * 2 + (sex === "1" ? 1 : 2);
  const region = 339_901 + Math.floor(place / serials);
  const birth = dayText(born);
  const digits = `${region}${birth.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
  return { birth, number: digits + identityCheckDigit(digits) };
}

/** Moves the serial numbers of a day, so that the members of a household do not all have the same. */
function scattered(day: number): number {
  return Math.imul(day, 0x9e3779b1) >>> 8;
}
