import type { Clock } from "@mingbai/exchange/ports/clock";
import { latestSlot, nextSlot, type RunTimes } from "./run-times.ts";

/** The clock looks this often whether something is due, and whether its times are others. */
export const lookMs = 60_000;

/** What is kept about the clock beside the runs. */
export interface ClockBook {
  /** Notes times and the next hour for pages; tells since when these times are known, and for which hour the newest run was begun. */
  note(noted: { times: RunTimes; nextMs: number; nowMs: number }): Promise<ClockHistory>;
  /** There are no times. */
  forget(): Promise<void>;
}

export interface ClockHistory {
  /** ms since 1970-01-01T00:00:00Z. What was due before is of other times. */
  readonly sinceMs: number;
  /** 0 where the clock never began one. */
  readonly lastSlotMs: number;
}

interface Parts {
  readonly clock: Pick<Clock, "after">;
  /** Wall clock, ms since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  readonly zoneOffsetMinutes: number;
  /** The times that are set; undefined: none. */
  readonly readTimes: () => Promise<RunTimes | undefined>;
  readonly book: ClockBook;
  /** Begins the run for an hour, unless somebody has begun it already; false where another run is under way. */
  readonly begin: (slotMs: number, times: RunTimes) => Promise<boolean>;
  /** What it could not do now it tries again. */
  readonly onTrouble: (error: unknown) => void;
}

/**
 * Begins comparisons at set hours. An hour that went by while the node was down is made up for once; one at which another run is
 * under way waits for that to end.
 */
export class RunClock {
  readonly #parts: Parts;
  #noted = "";
  #history: ClockHistory = { sinceMs: 0, lastSlotMs: 0 };
  #takeBack: (() => void) | undefined;
  #looking: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    this.#looking = this.#look()
      .catch(this.#parts.onTrouble)
      .then(() => {
        if (!this.#isClosed) this.#takeBack = this.#parts.clock.after(lookMs, () => this.start());
      });
  }

  /** Resolves when nothing of it is under way any more. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#takeBack?.();
    await this.#looking;
  }

  async #look(): Promise<void> {
    const { readTimes, now, zoneOffsetMinutes, begin } = this.#parts;
    const times = await readTimes();
    const moment = { nowMs: now(), zoneOffsetMinutes };
    await this.#note(times, moment);
    if (times === undefined || this.#isClosed) return;
    const slotMs = latestSlot(times, moment);
    const { sinceMs, lastSlotMs } = this.#history;
    if (slotMs < sinceMs || slotMs <= lastSlotMs) return;
    if (await begin(slotMs, times)) this.#history = { sinceMs, lastSlotMs: slotMs };
  }

  /** Writes only what is new: the times, or the next hour. */
  async #note(times: RunTimes | undefined, moment: { nowMs: number; zoneOffsetMinutes: number }): Promise<void> {
    const { book } = this.#parts;
    const nextMs = times && nextSlot(times, moment);
    const noted = JSON.stringify([times, nextMs]);
    if (noted === this.#noted) return;
    if (times === undefined || nextMs === undefined) await book.forget();
    else this.#history = await book.note({ times, nextMs, nowMs: moment.nowMs });
    this.#noted = noted;
  }
}
