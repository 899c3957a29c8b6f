import { isFault } from "@mingbai/national-codes/fault";
import { checkIdentityNumber } from "@mingbai/national-codes/identity-number/check-identity-number";

/** What an identity number says of its owner: the day of birth, and the sex by GB/T 2261.1. */
export interface FromIdentity {
  readonly birth: string;
  readonly sex: "1" | "2";
}

/** Undefined where the number is none. */
export function deriveFromIdentity(identityNumber: string): FromIdentity | undefined {
  const read = checkIdentityNumber(identityNumber);
  return isFault(read) ? undefined : { birth: read.birth, sex: read.sex };
}
