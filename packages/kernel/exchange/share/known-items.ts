import { knownItemsMax } from "../limits.ts";

/** Which shared items have come, so that one that comes again is not verified again. The oldest are forgotten. */
export class KnownItems {
  readonly #keys = new Set<string>();

  has(key: string): boolean {
    return this.#keys.has(key);
  }

  add(key: string): void {
    this.#keys.add(key);
    for (const oldest of this.#keys) {
      if (this.#keys.size <= knownItemsMax) return;
      this.#keys.delete(oldest);
    }
  }

  clear(): void {
    this.#keys.clear();
  }
}
