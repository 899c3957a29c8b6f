/** A decimal number without fractions: `digits` divided by 10 to the power of `places`. */
export interface ExactDecimal {
  readonly digits: bigint;
  readonly places: number;
}

const digitsMax = 20;

/** `1,234.50` or `-3`, as plain text; undefined where it is no number, or has more than 20 digits. */
export function findExactDecimal(text: string, decimal: "." | "," = "."): ExactDecimal | undefined {
  const group = decimal === "." ? "," : ".";
  const [whole = "", rest, more] = text.split(decimal);
  if (more !== undefined || rest === "") return undefined;
  const isGrouped = new RegExp(`^-?\\d{1,3}(?:[${group} ']\\d{3})+$`).test(whole);
  const bare = isGrouped ? whole.replaceAll(/[^\d-]/g, "") : whole;
  if (!/^-?\d+$/.test(bare === "" || bare === "-" ? `${bare}0` : bare) || (bare === "" && rest === undefined))
    return undefined;
  if (rest !== undefined && !/^\d+$/.test(rest)) return undefined;
  const all = `${bare}${rest ?? ""}`;
  return all.length > digitsMax || all === "-" ? undefined : { digits: BigInt(all), places: rest?.length ?? 0 };
}

/** The number times `times`/`per`, as an integer of 10^−`places` units: rounded half away from zero, and whether it was. */
export function scaled(
  { digits, places }: ExactDecimal,
  to: { readonly places: number; readonly times?: number; readonly per?: number },
): { readonly whole: number; readonly isExact: boolean } {
  const over = digits * BigInt(to.times ?? 1) * 10n ** BigInt(to.places);
  const under = BigInt(to.per ?? 1) * 10n ** BigInt(places);
  const [size, sign] = over < 0n ? [-over, -1] : [over, 1];
  const rounded = (2n * size + under) / (2n * under);
  return { whole: sign * Number(rounded) + 0, isExact: size % under === 0n };
}

/** An integer of 10^−`places` units in digits, without zeros at the end: 750 of hundredths is 7.5. */
export function decimalText(whole: number, places: number): string {
  const digits = String(Math.abs(whole)).padStart(places + 1, "0");
  const split = digits.length - places;
  const rest = digits.slice(split).replace(/0+$/, "");
  return `${whole < 0 ? "-" : ""}${digits.slice(0, split)}${rest === "" ? "" : `.${rest}`}`;
}
