import { provinces } from "../divisions/provinces.ts";
import { isCalendarDay } from "../text/is-calendar-day.ts";
import { codeTextCharsMax, plainCode } from "../text/plain-code.ts";
import { type IdentityFault, identityFault } from "./faults.ts";
import { fromFifteenDigits } from "./from-fifteen-digits.ts";
import { identityCheckDigit } from "./identity-check-digit.ts";
import type { IdentityNote } from "./notes.ts";

export interface IdentityNumber {
  /** 18 characters, as GB 11643 has them. */
  readonly number: string;
  readonly kind: "citizen" | "hong-kong" | "macao" | "taiwan";
  /** Where the number was given first, by the codes of that time (GB/T 2260): counties are renamed and merged, the number stays. */
  readonly division6: string;
  /** "YYYY-MM-DD" */
  readonly birth: string;
  /** By GB/T 2261.1: "1" male, "2" female. */
  readonly sex: "1" | "2";
  readonly notes: readonly IdentityNote[];
}

/** Residence permits are numbered by the same standard, by these in the division's place (国办发〔2018〕81 号). */
const residenceKinds: Readonly<Record<string, IdentityNumber["kind"]>> = {
  810000: "hong-kong",
  820000: "macao",
  830000: "taiwan",
};
/** The earliest that a number of 15 digits can say. */
const birthYearMin = 1800;
const fifteenDigits = /^\d{15}$/;
const wholeShape = /^\d{17}[\dX]$/;

/**
 * Reads an identity number by GB 11643-1999 (and, of 15 digits, GB 11643-1989): division, date of birth, sex by the 17th
 * digit, check digit. Of the division only the province is judged, since the counties of old numbers may be gone. A new
 * number that lost its last three digits can pass for an old one: whoever sees the note FIFTEEN_DIGITS looks at the date of birth.
 *
 * @param latestBirth "YYYY-MM-DD": who asks knows the day; no clock is read here.
 */
export function checkIdentityNumber(text: string, latestBirth?: string): IdentityFault | IdentityNumber {
  if (text.length > codeTextCharsMax)
    return identityFault("TOO_LONG", { length: text.length, extra: text.length - 18 });
  const { code, notes } = plainCode(text);
  const fault = findShapeFault(code);
  if (fault) return fault;
  const isOld = fifteenDigits.test(code);
  const number = isOld ? fromFifteenDigits(code) : code;
  return (
    findMeaningFault(number, latestBirth) ?? {
      number,
      kind: residenceKinds[number.slice(0, 6)] ?? "citizen",
      division6: number.slice(0, 6),
      birth: [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].join("-"),
      sex: Number(number[16]) % 2 === 1 ? "1" : "2",
      notes: isOld ? [...notes, "FIFTEEN_DIGITS"] : notes,
    }
  );
}

function findShapeFault(code: string): IdentityFault | undefined {
  // PERF: 1,000,000 numbers of an import, nearly all of this shape. Bench: registry.import.
  if (wholeShape.test(code)) return undefined;
  if (code === "") return identityFault("EMPTY");
  if (/^\d+(\.\d+)?E\+?\d+$/.test(code)) return identityFault("NOTATION", { text: code });
  const characters = [...code];
  const length = characters.length;
  const wrong = characters.findIndex(
    (character, at) => !/^\d$/.test(character) && !(character === "X" && at === length - 1),
  );
  if (wrong >= 0) return identityFault("CHARACTER", { position: wrong + 1, character: characters[wrong] ?? "" });
  if (length > 18) return identityFault("TOO_LONG", { length, extra: length - 18 });
  if (length < 18 && !fifteenDigits.test(code)) return identityFault("TOO_SHORT", { length, missing: 18 - length });
  return undefined;
}

function findMeaningFault(number: string, latestBirth: string | undefined): IdentityFault | undefined {
  const division = number.slice(0, 6);
  const isBeyond = division.startsWith("8");
  if (isBeyond && residenceKinds[division] === undefined) return identityFault("PROVINCE", { digits: division });
  if (!isBeyond && provinces[division.slice(0, 2)] === undefined)
    return identityFault("PROVINCE", { digits: division.slice(0, 2) });
  return findBirthFault(number.slice(6, 14), latestBirth) ?? findCheckFault(number);
}

function findBirthFault(date: string, latestBirth: string | undefined): IdentityFault | undefined {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6))];
  if (!isCalendarDay(year, month, day)) return identityFault("BIRTH_DATE", { date });
  if (year < birthYearMin) return identityFault("BIRTH_TOO_EARLY", { year: date.slice(0, 4) });
  const latest = latestBirth?.replaceAll("-", "");
  return latest !== undefined && date > latest ? identityFault("BIRTH_LATER", { date, latest }) : undefined;
}

function findCheckFault(number: string): IdentityFault | undefined {
  const expected = identityCheckDigit(number.slice(0, 17));
  const found = number.charAt(17);
  if (expected === found) return undefined;
  // Spreadsheets keep 15 digits of a number.
  return number.endsWith("000")
    ? identityFault("ROUNDED", { expected })
    : identityFault("CHECK_DIGIT", { expected, found });
}
