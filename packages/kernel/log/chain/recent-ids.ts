/** Where a transaction's outcome is recorded: number of the block record, and place among its outcomes. */
export interface OutcomePlace {
  readonly blockNumber: number;
  readonly index: number;
}

/** A transaction lives at most 24 hours, so a repeat can only be of something this young. */
export const rememberMs = 24 * 60 * 60 * 1_000;

/**
 * Finds executed transactions by identity, for those that may still be repeated. Two generations of a day each:
 * what is older than both has expired, and is refused for that. Bounded by what quotas let through in two days.
 */
export class RecentIds {
  #young = new Map<string, OutcomePlace>();
  #old = new Map<string, OutcomePlace>();
  #youngSinceMs = 0;

  /** Remembers an outcome, in the order of the log; of one identity only the first counts. */
  add(id: string, place: OutcomePlace, timeMs: number): void {
    if (timeMs >= this.#youngSinceMs + rememberMs) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#youngSinceMs = timeMs;
    }
    if (this.find(id) === undefined) this.#young.set(id, place);
  }

  find(id: string): OutcomePlace | undefined {
    return this.#young.get(id) ?? this.#old.get(id);
  }
}
