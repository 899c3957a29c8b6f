/** The wall's clock, unless it is set to another time: the demo retells a year, and each act has its own day. */
export class DemoClock {
  #setMs: number | undefined;

  now(): number {
    return this.#setMs ?? Date.now();
  }

  set(timeMs: number): void {
    this.#setMs = timeMs;
  }

  /** From now on it is the wall's time again. */
  release(): void {
    this.#setMs = undefined;
  }
}
