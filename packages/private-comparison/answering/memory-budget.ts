import { toHex } from "@mingbai/codec/hex";
import type { Budget, BudgetLimit } from "./budget.ts";

/** What a budget does, kept in memory: for tests, and to hold a durable one against. */
export class MemoryBudget implements Budget {
  readonly #used = new Map<string, number>();
  readonly #booked = new Set<string>();

  async take({ askId, count, limits }: { askId: Uint8Array; count: number; limits: readonly BudgetLimit[] }) {
    const id = toHex(askId);
    if (this.#booked.has(id)) return true;
    if (limits.some(({ account, max }) => this.usedOf(account) + count > max)) return false;
    for (const { account } of limits) this.#used.set(account, this.usedOf(account) + count);
    this.#booked.add(id);
    return true;
  }

  usedOf(account: string): number {
    return this.#used.get(account) ?? 0;
  }
}
