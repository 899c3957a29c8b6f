/** How long an organisation counts as active after it sent something. */
export const activeMs = 1_000;

/** Whether more than one organisation is active, by what was admitted. Holds two names, however many there are. */
export class Contention {
  #latest = { organisation: "", atMs: Number.NEGATIVE_INFINITY };
  /** The last one that was not the latest. */
  #other = this.#latest;

  note(organisation: string, nowMs: number): void {
    if (organisation !== this.#latest.organisation) this.#other = this.#latest;
    this.#latest = { organisation, atMs: nowMs };
  }

  isContended(nowMs: number): boolean {
    return nowMs - this.#other.atMs < activeMs;
  }
}
