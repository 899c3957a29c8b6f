import { randomInt } from "node:crypto";
import type { KeySlip } from "@mingbai/identity/schema";

/** How long a new device's key waits to be fetched by an old one. */
export const offerMsMax = 10 * 60_000;
/** Keys that wait at once; one more is told to come back. */
export const offersMax = 10_000;
const codeDigits = 8;

/**
 * Keys of new devices under short codes, in memory, for a few minutes: a phone shows the code, the computer that is
 * signed in fetches the key by it. Nothing of it is secret, and people compare check numbers before they sign.
 */
export class DeviceOffers {
  /** All live equally long, so the order of making is the order of ending. */
  readonly #waiting = new Map<string, { readonly slip: KeySlip; readonly expiresMs: number }>();

  /** A code for this key, or undefined while too many wait. */
  make(slip: KeySlip, nowMs: number): { code: string; expiresMs: number } | undefined {
    this.#forgetEnded(nowMs);
    if (this.#waiting.size >= offersMax) return undefined;
    const code = this.#freeCode();
    const expiresMs = nowMs + offerMsMax;
    this.#waiting.set(code, { slip, expiresMs });
    return { code, expiresMs };
  }

  find(code: string, nowMs: number): KeySlip | undefined {
    const found = this.#waiting.get(code);
    return found === undefined || nowMs >= found.expiresMs ? undefined : found.slip;
  }

  #freeCode(): string {
    for (;;) {
      const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, "0");
      if (!this.#waiting.has(code)) return code;
    }
  }

  #forgetEnded(nowMs: number): void {
    for (const [code, { expiresMs }] of this.#waiting) {
      if (nowMs < expiresMs) return;
      this.#waiting.delete(code);
    }
  }
}
