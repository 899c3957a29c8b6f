import type { StoredBody } from "@mingbai/log/bodies/body-record";
import type { BodyPlace } from "../frames/range.ts";

/** A container with the height at which it was ordered. */
export interface PlacedBody extends StoredBody {
  readonly height: number;
}

/** What the exchange needs of the disk: bodies by batch id, ordered or not. */
export interface BodyKeeper {
  /**
   * Takes a checked container; one that is known is not written again. Durable after the next commit. Throws LOG_FULL or
   * LOG_BEHIND where there is no place for it now, anything else where the store is not to be trusted.
   */
  put(container: StoredBody): void;
  /**
   * Resolves when everything put before is durable. Rejects with LOG_FULL where what was put is forgotten for want of
   * space; any other rejection is final: the process must end.
   */
  commit(): Promise<void>;
  /** True where the container is on the disk for certain, ordered or not. */
  isDurable(batchId: Uint8Array): boolean;
  /** What this origin has here that is not ordered, durable or not. */
  unorderedUse(origin: number): { readonly bytes: number; readonly containers: number };
  /** Batch ids of durable containers of this origin that are not ordered, in the order in which they were put. */
  unorderedOf(origin: number): readonly Uint8Array[];
  /** A durable container, ordered or not, or undefined where it is not kept, or not found by its id any more. */
  read(batchId: Uint8Array): Promise<StoredBody | undefined>;
  /**
   * Containers ordered by reference from this place on, in order, up to `bytesMax` bytes of bodies unless the first is
   * longer; and the place to go on from, which is the same one where there is nothing more.
   */
  readRange(range: {
    readonly from: BodyPlace;
    readonly bytesMax: number;
  }): Promise<{ readonly bodies: readonly PlacedBody[]; readonly next: BodyPlace }>;
  /** False while the disk's reserve would be touched by this many bytes more. */
  hasRoomFor(bytes: number): Promise<boolean>;
  /** True while bodies that were promised are being brought back: nothing is promised meanwhile. */
  isHealing(): boolean;
}
