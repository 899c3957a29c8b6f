/** What an identity number says of its owner: the day of birth, and the sex by GB/T 2261.1. */
export interface FromIdentity {
  readonly birth: string;
  readonly sex: "1" | "2";
}

const whole = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/;

/**
 * Read from its places (GB 11643-1999: 7 to 14 the birth, 17 the sex); undefined where it has no 18 characters. Whether the
 * number is one that exists, `checkIdentityNumber` says.
 */
export function deriveFromIdentity(identityNumber: string): FromIdentity | undefined {
  const [, year, month, day, sex] = whole.exec(identityNumber) ?? [];
  return year === undefined ? undefined : { birth: `${year}-${month}-${day}`, sex: Number(sex) % 2 === 1 ? "1" : "2" };
}
