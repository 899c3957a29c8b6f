import type { IdentityNumber } from "./read-identity-number.ts";

/** A date of birth, in numbers; month and day are 0 where they are not known. */
export interface Birth {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** It was read out of the identity number, since the register has no other. */
  readonly isFromNumber: boolean;
}

const form = /^(\d{4})(?:\D?(\d{1,2})(?:\D?(\d{1,2}))?)?\D?$/;

/** A date of birth from the register, or from the identity number; undefined where neither has one. */
export function readBirth(text: string | undefined, number: IdentityNumber | undefined): Birth | undefined {
  const given = findDate(text?.normalize("NFKC").trim());
  if (given !== undefined) return { ...given, isFromNumber: false };
  const inNumber = findDate(number?.text.slice(6, 14));
  return inNumber && { ...inNumber, isFromNumber: true };
}

function findDate(text: string | undefined): { year: number; month: number; day: number } | undefined {
  const [, year, month = "0", day = "0"] = form.exec(text ?? "") ?? [];
  return year === undefined || Number(year) === 0
    ? undefined
    : { year: Number(year), month: Number(month), day: Number(day) };
}
