const kept = 4_096;
const windowMs = 5 * 60 * 1_000;

/** How long the last answers took: at most 4,096 of the last five minutes. */
export class AnswerTimes {
  readonly #atMs = new Float64Array(kept);
  readonly #tookMs = new Float64Array(kept);
  #count = 0;

  add(atMs: number, tookMs: number): void {
    const place = this.#count++ % kept;
    this.#atMs[place] = atMs;
    this.#tookMs[place] = tookMs;
  }

  /** Median and 99th percentile, or undefined where nothing was answered in the window. */
  percentiles(nowMs: number): { p50: number; p99: number } | undefined {
    const recent = this.#tookMs
      .filter((_, place) => place < this.#count && nowMs - (this.#atMs[place] ?? 0) <= windowMs)
      .sort();
    if (recent.length === 0) return undefined;
    const at = (part: number): number => recent[Math.min(recent.length - 1, Math.floor(recent.length * part))] ?? 0;
    return { p50: at(0.5), p99: at(0.99) };
  }
}
