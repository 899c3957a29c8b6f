import { quarantineReasons } from "@mingbai/tabular/payments/payment";
import type { ControlTotals } from "./import-file.ts";
import type { ListTotals } from "./read-list.ts";

/** What the file says and what the ledger holds of it, in lines for a person. */
export function controlText(list: ListTotals, totals: ControlTotals, currency: string): string {
  const money = (minor: number): string => `${formatMinor(minor)} ${currency}`.padStart(24);
  const row = (name: string, rows: number, minor?: number): string =>
    `  ${name.padEnd(44)} ${String(rows).padStart(9)}${minor === undefined ? "" : money(minor)}`;
  const { paid, supplierReturns, priorPeriodReceipts, zeroRows } = totals;
  const reasons = Object.entries(quarantineReasons).flatMap(([reason, words]) => {
    const count = list.reasons[reason as keyof typeof quarantineReasons] ?? 0;
    return count === 0 ? [] : [row(`  ${reason}: ${words}`, count)];
  });
  return [
    row("rows read", list.read),
    row("payments", paid.rows, paid.total),
    row("returned by suppliers", supplierReturns.rows, supplierReturns.total),
    row("receipts for earlier periods", priorPeriodReceipts.rows, priorPeriodReceipts.total),
    ...(zeroRows === 0 ? [] : [row("payments of nothing (no money moves)", zeroRows)]),
    row("imported", list.accepted, list.total),
    row("kept apart", list.quarantined),
    ...reasons,
  ].join("\n");
}

/** Minor units with two decimals and grouped thousands, without a fraction ever being formed. */
export function formatMinor(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${minor < 0 ? "-" : ""}${whole}.${digits.slice(-2)}`;
}
