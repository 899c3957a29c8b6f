import { randomBytes } from "node:crypto";
import type { Number64 } from "@mingbai/codec/number64";
import { challengeMsMax, challengesMax, tokenBytes } from "./limits.ts";

interface Waiting {
  readonly keyId: Number64;
  readonly expiresMs: number;
}

/** Challenges that wait for their signature, in memory: each for one key, once, for a few minutes. */
export class Challenges {
  /** All live equally long, so the order of making is the order of ending. */
  readonly #waiting = new Map<string, Waiting>();

  /** A new challenge, or undefined while too many wait. */
  make(keyId: Number64, nowMs: number): { challenge: string; expiresMs: number } | undefined {
    this.#forgetEnded(nowMs);
    if (this.#waiting.size >= challengesMax) return undefined;
    const challenge = randomBytes(tokenBytes).toString("hex");
    const expiresMs = nowMs + challengeMsMax;
    this.#waiting.set(challenge, { keyId, expiresMs });
    return { challenge, expiresMs };
  }

  /** Whether this challenge waited for this key. It waits no more, whatever the answer. */
  take({ challenge, keyId }: { challenge: string; keyId: Number64 }, nowMs: number): boolean {
    const found = this.#waiting.get(challenge);
    this.#waiting.delete(challenge);
    return found !== undefined && found.keyId === keyId && nowMs < found.expiresMs;
  }

  #forgetEnded(nowMs: number): void {
    for (const [challenge, { expiresMs }] of this.#waiting) {
      if (nowMs < expiresMs) return;
      this.#waiting.delete(challenge);
    }
  }
}
