import type { Random } from "@mingbai/testkit/random";
import type { ReadRow } from "./list-row.ts";

const purposes = ["高龄津贴", "取暖救助", ""];

/** Rows as files bring them: most are right, some repeat others, some have one thing wrong. */
export function randomRows(source: Random, count: number): ReadRow[] {
  return Array.from({ length: count }, (_, index): ReadRow => {
    const payee = source.chance(1, 20) ? "12345" : `00000000${String(source.below(count)).padStart(8, "0")}`;
    const amount = source.chance(1, 20) ? undefined : source.below(100_000) - (source.chance(1, 20) ? 100_000 : 0);
    return {
      line: index + 2,
      payee,
      amount,
      amountCell: String(amount ?? "许多"),
      name: source.chance(1, 30) ? "" : "卢桂枝",
      reference: `R-${index}`,
      purpose: source.pick(purposes),
      bankAccount: source.chance(1, 2) ? "" : `6217${source.below(1_000_000_000)}`,
    };
  });
}
