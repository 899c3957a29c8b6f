const reachMsMax = 45_000;

/** Heights as they become durable, and who waits for which. */
export class TestHeights {
  last = 0;
  readonly #waiting = new Set<{ readonly height: number; readonly resolve: () => void }>();

  reach(height: number): void {
    this.last = height;
    for (const one of this.#waiting) if (height >= one.height) one.resolve();
  }

  /** Resolves at that height; rejects when it takes too long. */
  reached(height: number): Promise<void> {
    if (this.last >= height) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const bound = setTimeout(() => reject(new Error(`stands at ${this.last}, not ${height}`)), reachMsMax);
      const one = {
        height,
        resolve: () => {
          clearTimeout(bound);
          this.#waiting.delete(one);
          resolve();
        },
      };
      this.#waiting.add(one);
    });
  }
}
