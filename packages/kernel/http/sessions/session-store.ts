import { createHash, randomBytes } from "node:crypto";
import type { Number64 } from "@mingbai/codec/number64";
import { sessionIdleMsMax, sessionMsMax, sessionsMax, sessionsPerAccountMax, tokenBytes } from "./limits.ts";

/** One person signed in with one key. What they may do is not kept: the ledger is asked each time. */
export interface Session {
  readonly account: Number64;
  readonly keyId: Number64;
  readonly csrf: string;
  readonly endsMs: number;
  /** When its person last did something. */
  usedMs: number;
}

/** When it ends if nothing is done until then. */
export function idleEndsMs({ usedMs, endsMs }: Session): number {
  return Math.min(usedMs + sessionIdleMsMax, endsMs);
}

/**
 * Sessions in memory: a restart of the node ends them. Kept under the hash of their token, so that what the process
 * holds signs nobody in.
 */
export class SessionStore {
  readonly #sessions = new Map<string, Session>();
  readonly #roomMax: number;

  constructor(roomMax: number = sessionsMax) {
    this.#roomMax = roomMax;
  }

  /** Begins a session; undefined while the node has no room. The account's oldest gives way to it. */
  open(
    { account, keyId }: { account: Number64; keyId: Number64 },
    nowMs: number,
  ): { token: string; session: Session } | undefined {
    this.#forgetEnded(nowMs);
    const own = [...this.#sessions].filter(([, session]) => session.account === account);
    for (const [key] of own.slice(0, Math.max(0, own.length - sessionsPerAccountMax + 1))) this.#sessions.delete(key);
    if (this.#sessions.size >= this.#roomMax) return undefined;
    const token = randomBytes(tokenBytes).toString("hex");
    const csrf = randomBytes(tokenBytes).toString("hex");
    const session: Session = { account, keyId, csrf, endsMs: nowMs + sessionMsMax, usedMs: nowMs };
    this.#sessions.set(keyOf(token), session);
    return { token, session };
  }

  find(token: string, nowMs: number): Session | undefined {
    const session = this.#sessions.get(keyOf(token));
    if (session === undefined || nowMs < idleEndsMs(session)) return session;
    this.close(token);
    return undefined;
  }

  close(token: string): void {
    this.#sessions.delete(keyOf(token));
  }

  #forgetEnded(nowMs: number): void {
    for (const [key, session] of this.#sessions) if (nowMs >= idleEndsMs(session)) this.#sessions.delete(key);
  }
}

function keyOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
