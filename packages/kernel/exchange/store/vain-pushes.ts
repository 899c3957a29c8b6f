import { vainBurstMs, vainBytesPerMs, vainPushBytes } from "../limits.ts";
import type { Clock } from "../ports/clock.ts";

/**
 * How much of what members push is of no use: refused, wrong, or here already. A lagging or repeating member stays far below
 * what is taken of it; one that floods must not have the time of those that do not. A leaky bucket for each member
 * (GCRA, ITU-T I.371): it empties at a fixed rate, and what flows over has to wait.
 */
export class VainPushes {
  readonly #clock: Clock;
  /** When each member's bucket is empty, ms of the clock. */
  readonly #emptyMs = new Map<number, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts a push of so many bytes; returns for how many ms this member has pushed too much. */
  add(member: number, bodyBytes: number): number {
    const nowMs = this.#clock.now();
    const costMs = (bodyBytes + vainPushBytes) / vainBytesPerMs;
    const emptyMs = Math.max(nowMs, this.#emptyMs.get(member) ?? 0) + costMs;
    this.#emptyMs.set(member, emptyMs);
    return Math.max(0, emptyMs - nowMs - vainBurstMs);
  }

  /** Numbers mean other members from now on. */
  clear(): void {
    this.#emptyMs.clear();
  }
}
