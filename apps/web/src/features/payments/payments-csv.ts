import { moneyText } from "../../ui/format-money.ts";

/** RFC 4180; a field that a spreadsheet would run as a formula gets an apostrophe before it. */
function field(value: string): string {
  const safe = /^[=+@\t\r\n＝＋＠－]|^-(?!\d+(?:\.\d+)?$)/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(fields: readonly string[]): string {
  return `${fields.map(field).join(",")}\r\n`;
}

/** An amount for machines: no commas, a plain hyphen for minus. */
export function csvAmount(minor: number, decimals: number): string {
  return moneyText(minor, decimals).replaceAll(",", "").replace("\u2212", "-");
}
