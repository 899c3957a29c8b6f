/** How two numbers of telephones stand to each other. */
export type PhoneLevel = "same" | "oneDigit" | "differ";

const digitsMin = 7;
const digitsMax = 15;
const filler = /^(\d)\1+$/;

/** The digits of a telephone number without the country's 86; undefined for what is no number (E.164: at most 15 digits). */
export function readPhone(text: string | undefined): string | undefined {
  const digits = (text ?? "").normalize("NFKC").replace(/\D/g, "");
  const own = digits.length > 11 ? digits.replace(/^(00)?86/, "") : digits;
  return own.length < digitsMin || own.length > digitsMax || filler.test(own) ? undefined : own;
}

/** Compares two numbers as `readPhone` gives them; undefined where one is missing. */
export function comparePhones(a: string | undefined, b: string | undefined): PhoneLevel | undefined {
  if (a === undefined || b === undefined) return undefined;
  if (a === b) return "same";
  if (a.length !== b.length) return "differ";
  let different = 0;
  for (let index = 0; index < a.length && different < 2; index++) if (a[index] !== b[index]) different++;
  return different === 1 ? "oneDigit" : "differ";
}
