import type { Segment } from "./log-state.ts";
import type { SparseIndex } from "./sparse-index.ts";

const indexesMax = 256;

/** The sparse indexes of the segments read last; those of others are read from their files again. */
export class IndexCache {
  readonly #indexes = new Map<string, SparseIndex>();

  find(segment: Segment): SparseIndex | undefined {
    return this.#indexes.get(segment.path);
  }

  keep(segment: Segment, index: SparseIndex): void {
    const oldest = this.#indexes.keys().next();
    if (this.#indexes.size >= indexesMax && !oldest.done) this.#indexes.delete(oldest.value);
    this.#indexes.set(segment.path, index);
  }

  clear(): void {
    this.#indexes.clear();
  }
}
