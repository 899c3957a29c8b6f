/** An identity number as it is compared. */
export interface IdentityNumber {
  /** 18 characters; a number of 15 gets the century 19 and its check character. */
  readonly text: string;
  /** It had 15 characters: no check character stands for it. */
  readonly isOld: boolean;
  /** Its own check character is right; false for the old form, which has none. */
  readonly isChecked: boolean;
}

/** Weights of the first 17 digits and the characters of the remainders: GB 11643-1999, after ISO 7064, MOD 11-2. */
const digitWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const digitZero = 0x30;
const checkCharacters = "10X98765432";

const form = /^(?:[1-9]\d{16}[\dX]|[1-9]\d{14})$/;
/** What people type to fill a field: one digit all along. */
const filler = /^(.)\1+$/;

/** Reads an identity number; undefined for anything that has not its form, which is then missing. */
export function readIdentityNumber(text: string | undefined): IdentityNumber | undefined {
  if (text === undefined) return undefined;
  const plain = form.test(text) ? text : text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase();
  if (!form.test(plain) || filler.test(plain)) return undefined;
  const isOld = plain.length === 15;
  const body = isOld ? `${plain.slice(0, 6)}19${plain.slice(6)}` : plain.slice(0, 17);
  const check = checkCharacterOf(body);
  return { text: isOld ? body + check : plain, isOld, isChecked: !isOld && plain.endsWith(check) };
}

/** The check character of 17 digits, by ISO 7064, MOD 11-2. */
export function checkCharacterOf(body: string): string {
  let sum = 0;
  for (let index = 0; index < digitWeights.length; index++) {
    sum += (digitWeights[index] ?? 0) * (body.charCodeAt(index) - digitZero);
  }
  return checkCharacters[sum % 11] ?? "";
}
