import { quarantineReasons } from "@mingbai/tabular/payments/payment";
import { inLanguage } from "../words.ts";
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
    row(inLanguage({ en: "rows read", zh: "读到的行" }), list.read),
    row(inLanguage({ en: "payments", zh: "付款" }), paid.rows, paid.total),
    row(inLanguage({ en: "returned by suppliers", zh: "供应商退回" }), supplierReturns.rows, supplierReturns.total),
    row(
      inLanguage({ en: "receipts for earlier periods", zh: "往期收款" }),
      priorPeriodReceipts.rows,
      priorPeriodReceipts.total,
    ),
    ...(zeroRows === 0
      ? []
      : [row(inLanguage({ en: "payments of nothing (no money moves)", zh: "零元付款（无资金变动）" }), zeroRows)]),
    row(inLanguage({ en: "imported", zh: "已导入" }), list.accepted, list.total),
    row(inLanguage({ en: "kept apart", zh: "另存待改" }), list.quarantined),
    ...reasons,
  ].join("\n");
}

/** Minor units with two decimals and grouped thousands, without a fraction ever being formed. */
export function formatMinor(minor: number): string {
  const digits = String(Math.abs(minor)).padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${minor < 0 ? "-" : ""}${whole}.${digits.slice(-2)}`;
}
