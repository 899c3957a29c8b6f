import type { Segment } from "./log-state.ts";
import type { SparseIndex } from "./sparse-index.ts";

const indexesMax = 256;

/**
 * The sparse indexes of the segments read last; those of others are read from their files again. A segment that was written
 * anew is another one, whose index is not mixed up with that of the old file.
 */
export class IndexCache {
  readonly #indexes = new Map<Segment, SparseIndex>();

  find(segment: Segment): SparseIndex | undefined {
    return this.#indexes.get(segment);
  }

  keep(segment: Segment, index: SparseIndex): void {
    const oldest = this.#indexes.keys().next();
    if (this.#indexes.size >= indexesMax && !oldest.done) this.#indexes.delete(oldest.value);
    this.#indexes.set(segment, index);
  }

  clear(): void {
    this.#indexes.clear();
  }
}
