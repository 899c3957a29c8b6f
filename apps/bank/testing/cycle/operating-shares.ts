import type { ModelOrder } from "@mingbai/treasury/testing/money-model";
import { office, street } from "@mingbai/treasury/testing/test-scene";

const zoneOffsetMs = 8 * 3_600_000;
/** Basis points of the scene's funds, by number; the second has none. */
const points: Readonly<Record<number, bigint>> = { 1: 1_000n };

interface Of {
  readonly holder: string;
  readonly fund: number;
  readonly timeMs: number;
}

/** What offices may redeem for themselves (MONEY 8), from what they received, gave back and ordered. */
export class OperatingShares {
  readonly #received = new Map<string, bigint>();
  readonly #orders = new Map<string, { readonly key: string; readonly order: ModelOrder }>();

  isOffice(account: string): boolean {
    return account === office || account === street;
  }

  /** Received, or below zero what was given back. */
  receive(of: Of, amount: bigint): void {
    this.#received.set(keyOf(of), (this.#received.get(keyOf(of)) ?? 0n) + amount);
  }

  /** Throws where the order is above what the office may still redeem that year. */
  redeem(of: Of, endToEndId: string, order: ModelOrder): void {
    const key = keyOf(of);
    this.#orders.set(endToEndId, { key, order });
    const redeemed = [...this.#orders.values()]
      .filter((one) => one.key === key && one.order.state !== "rejected" && one.order.state !== "returned")
      .reduce((sum, one) => sum + one.order.amount, 0n);
    const share = ((this.#received.get(key) ?? 0n) * (points[of.fund] ?? 0n)) / 10_000n;
    if (redeemed > share) throw new Error(`${of.holder} redeemed ${redeemed} of at most ${share}`);
  }
}

function keyOf({ holder, fund, timeMs }: Of): string {
  return `${holder}:${fund}:${new Date(timeMs + zoneOffsetMs).getUTCFullYear()}`;
}
