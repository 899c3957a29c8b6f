import type { SealedSegment } from "../segments/segment-log.ts";

/** A segment is written anew where its needless records take at least this part of it: most of it comes back. */
const mostPart = 2;
/** A segment in which nothing waits to be ordered does not change any more: it is written anew for less. */
const settledPart = 16;

/** Records that nobody needs any more and that still take space. */
export class NeedlessRecords {
  /** Payload bytes by number. */
  readonly #bytes: Map<number, number>;
  /** What was looked at last: there is nothing new to find as long as it is the same. */
  #looked: { readonly sealed: readonly SealedSegment[]; readonly revision: number } | undefined;
  #revision = 0;

  constructor(bytes: ReadonlyMap<number, number>) {
    this.#bytes = new Map(bytes);
  }

  add(number: number, bytes: number): void {
    this.#bytes.set(number, bytes);
    this.#revision++;
  }

  /** Those from `first` to before `below`. */
  within({ first, below }: { readonly first: number; readonly below: number }): ReadonlySet<number> {
    return new Set([...this.#bytes.keys()].filter((number) => number >= first && number < below));
  }

  /** Forgets records that were freed, dropped or never written. */
  forget(numbers: Iterable<number>): void {
    for (const number of numbers) this.#bytes.delete(number);
  }

  /** Segments worth writing anew without them. `needed` are records that wait to be ordered. */
  segmentsToRewrite(sealed: readonly SealedSegment[], needed: Iterable<number>): SealedSegment[] {
    const isKnown = this.#looked?.sealed === sealed && this.#looked.revision === this.#revision;
    if (isKnown || this.#bytes.size === 0) return [];
    this.#looked = { sealed, revision: this.#revision };
    const bytes = new Map<SealedSegment, number>();
    for (const [number, length] of this.#bytes) {
      const segment = findSegment(sealed, number);
      if (segment !== undefined) bytes.set(segment, (bytes.get(segment) ?? 0) + length);
    }
    const waiting = new Set([...needed].map((number) => findSegment(sealed, number)));
    return [...bytes].flatMap(([segment, needless]) => {
      const part = waiting.has(segment) ? mostPart : settledPart;
      return needless * part >= segment.bytes ? segment : [];
    });
  }
}

function findSegment(sealed: readonly SealedSegment[], number: number): SealedSegment | undefined {
  let low = 0;
  let high = sealed.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sealed[middle]?.first ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  const segment = sealed[low - 1];
  return segment !== undefined && number < segment.below ? segment : undefined;
}
