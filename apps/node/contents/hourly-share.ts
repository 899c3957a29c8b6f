import type { Number64 } from "@mingbai/codec/number64";

const hourMs = 3_600_000;

/** What each account may send within an hour, in any unit; counted anew from its first use in each hour. */
export class HourlyShare {
  readonly #max: number;
  readonly #now: () => number;
  readonly #used = new Map<Number64, { sinceMs: number; amount: number }>();

  constructor(max: number, now: () => number) {
    this.#max = max;
    this.#now = now;
  }

  /** Takes the amount, or says after how many ms there is room again and takes nothing. */
  take(account: Number64, amount: number): { waitMs: number } | undefined {
    const nowMs = this.#now();
    this.#forget(nowMs);
    const used = this.#used.get(account) ?? { sinceMs: nowMs, amount: 0 };
    if (used.amount + amount > this.#max) return { waitMs: used.sinceMs + hourMs - nowMs };
    this.#used.delete(account);
    this.#used.set(account, { ...used, amount: used.amount + amount });
    return undefined;
  }

  #forget(nowMs: number): void {
    for (const [account, { sinceMs }] of this.#used) if (sinceMs + hourMs <= nowMs) this.#used.delete(account);
  }
}
