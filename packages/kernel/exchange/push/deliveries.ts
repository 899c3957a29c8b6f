import { blockedMsMax, blockedMsMin, postponeMsMax, repeatMsMax, repeatMsMin } from "../limits.ts";
import type { Clock } from "../ports/clock.ts";

/** What is delivered under one key. The bytes must not change. */
export interface Parcel {
  readonly frame: Uint8Array;
}

interface Entry extends Parcel {
  attempts: number;
  /** Until then it waits, or is under way, and is not sent (again). */
  dueMs: number;
  isInFlight: boolean;
}

export interface DeliveryLimits {
  readonly bytesInFlightMax: number;
  readonly inFlightMax: number;
}

/**
 * Frames for one member, each sent again until it is said to be done with. In the order in which they were added, no
 * more at once than the limits say, at least one.
 */
export class Deliveries {
  readonly #entries = new Map<string, Entry>();
  readonly #clock: Clock;
  readonly #send: (frame: Uint8Array) => boolean;
  readonly #limits: DeliveryLimits;
  #bytesInFlight = 0;
  #inFlight = 0;
  #blockedMs = 0;
  #blockedUntilMs = 0;
  #cancelTimer: () => void = () => undefined;

  constructor(parts: { clock: Clock; send: (frame: Uint8Array) => boolean; limits: DeliveryLimits }) {
    this.#clock = parts.clock;
    this.#send = parts.send;
    this.#limits = parts.limits;
  }

  get size(): number {
    return this.#entries.size;
  }

  get bytesInFlight(): number {
    return this.#bytesInFlight;
  }

  /** Begins to deliver; what was under this key is forgotten. */
  add(key: string, { frame }: Parcel): void {
    this.#land(this.#entries.get(key));
    this.#entries.delete(key);
    this.#entries.set(key, { frame, attempts: 0, dueMs: this.#clock.now(), isInFlight: false });
    this.#pump();
  }

  /** Delivered, or not wanted any more. */
  done(key: string): void {
    this.#land(this.#entries.get(key));
    if (this.#entries.delete(key)) this.#pump();
  }

  /** Asked to come again later: twice as late each time, since every try costs a whole body. What is not under way is not put off. */
  postpone(key: string, delayMs: number): void {
    const entry = this.#entries.get(key);
    if (entry?.isInFlight !== true) return;
    this.#land(entry);
    entry.dueMs = this.#clock.now() + Math.min(postponeMsMax, delayMs * 2 ** Math.min(entry.attempts - 1, 16));
    this.#pump();
  }

  /** The member is there (again): everything is sent at once, as if for the first time. */
  wake(): void {
    this.#blockedMs = 0;
    this.#blockedUntilMs = 0;
    for (const entry of this.#entries.values()) {
      this.#land(entry);
      entry.attempts = 0;
      entry.dueMs = this.#clock.now();
    }
    this.#pump();
  }

  close(): void {
    this.#cancelTimer();
    this.#entries.clear();
  }

  #pump(): void {
    const nowMs = this.#clock.now();
    for (const entry of this.#entries.values()) if (entry.dueMs <= nowMs) this.#land(entry);
    for (const entry of this.#entries.values()) {
      if (entry.dueMs > nowMs) continue;
      if (nowMs < this.#blockedUntilMs || !this.#hasPlaceFor(entry)) break;
      if (!this.#launch(entry, nowMs)) break;
    }
    this.#setTimer(nowMs);
  }

  #launch(entry: Entry, nowMs: number): boolean {
    if (!this.#send(entry.frame)) {
      this.#blockedMs = Math.min(blockedMsMax, Math.max(blockedMsMin, 2 * this.#blockedMs));
      this.#blockedUntilMs = nowMs + this.#blockedMs;
      return false;
    }
    this.#blockedMs = 0;
    entry.isInFlight = true;
    this.#inFlight++;
    this.#bytesInFlight += entry.frame.length;
    entry.dueMs = nowMs + Math.min(repeatMsMax, repeatMsMin * 2 ** Math.min(entry.attempts, 16));
    entry.attempts++;
    return true;
  }

  #land(entry: Entry | undefined): void {
    if (entry?.isInFlight !== true) return;
    entry.isInFlight = false;
    this.#inFlight--;
    this.#bytesInFlight -= entry.frame.length;
  }

  #hasPlaceFor({ frame }: Entry): boolean {
    const { bytesInFlightMax, inFlightMax } = this.#limits;
    if (this.#inFlight === 0) return true;
    return this.#inFlight < inFlightMax && this.#bytesInFlight + frame.length <= bytesInFlightMax;
  }

  /** One timer, for whatever comes first: an answer that is overdue, a pause that ends. */
  #setTimer(nowMs: number): void {
    this.#cancelTimer();
    let nextMs = Number.POSITIVE_INFINITY;
    for (const { dueMs, isInFlight } of this.#entries.values()) {
      // What is due and has no place waits for another to land.
      if (isInFlight || dueMs > nowMs) nextMs = Math.min(nextMs, dueMs);
    }
    const isBlocked = this.#blockedUntilMs > nowMs && this.#entries.size > 0;
    if (isBlocked) nextMs = Math.min(nextMs, this.#blockedUntilMs);
    this.#cancelTimer = Number.isFinite(nextMs)
      ? this.#clock.after(nextMs - nowMs, () => this.#pump())
      : () => undefined;
  }
}
