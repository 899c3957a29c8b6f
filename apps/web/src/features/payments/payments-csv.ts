import type { PaymentRow } from "@mingbai/treasury/views";
import { moneyText } from "../../ui/format-money.ts";

/** RFC 4180; a field that a spreadsheet would run as a formula gets an apostrophe before it. */
function field(value: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function csvLine(fields: readonly string[]): string {
  return `${fields.map(field).join(",")}\r\n`;
}

/** An amount for machines: no commas, a plain hyphen for minus. */
export function csvAmount(minor: number, decimals: number): string {
  return moneyText(minor, decimals).replaceAll(",", "").replace("\u2212", "-");
}

/** One payment as the list shows it, with its place in the ledger. */
export function paymentFields(
  row: PaymentRow,
  words: {
    readonly payee: string;
    readonly kind: string;
    readonly status: string;
    readonly currency: { code: string; decimals: number };
  },
): string[] {
  return [
    row.paidOn,
    words.payee,
    row.purpose,
    row.fund.name,
    words.kind,
    words.status,
    csvAmount(row.amountMinor, words.currency.decimals),
    words.currency.code,
    row.reference,
    row.id,
    row.height.toString(),
  ];
}
