import type { SealedSegment, SegmentLog } from "../segments/segment-log.ts";
import { NeedlessRecords } from "./needless-records.ts";

/** Gives the space of needless records back, a segment at a time, beside the work. */
export class GiveBack {
  readonly needless: NeedlessRecords;
  readonly #log: SegmentLog;
  #running: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;
  #isClosing = false;

  constructor(log: SegmentLog, needless: ReadonlyMap<number, number>) {
    this.#log = log;
    this.needless = new NeedlessRecords(needless);
  }

  /** Begins where there is something worth it. `needed` are records that wait to be ordered. */
  start(needed: Iterable<number>): void {
    if (this.#running !== undefined || this.#isClosing || this.#failure !== undefined) return;
    const segments = this.needless.segmentsToRewrite(this.#log.sealed, needed);
    if (segments.length === 0) return;
    this.#running = this.#rewrite(segments)
      .catch((error: unknown) => {
        this.#failure = { error };
      })
      .finally(() => {
        this.#running = undefined;
      });
  }

  /** Throws what it failed with: the disk is not to be trusted any more. */
  assertSound(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  /** Resolves when nothing is under way. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Stops after the segment that is being written. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.settled();
  }

  async #rewrite(segments: readonly SealedSegment[]): Promise<void> {
    for (const { first, below } of segments) {
      // Retention may have dropped it meanwhile.
      if (this.#isClosing || !this.#log.sealed.some((segment) => segment.first === first)) continue;
      const freed = this.needless.within({ first, below });
      const isDone = await this.#log.freeRecords(first, (number) => freed.has(number));
      // Without room for the shorter file it is tried again when there is more to free.
      if (isDone) this.needless.forget(freed);
    }
  }
}
