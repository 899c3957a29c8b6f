import type { NoteSignature } from "@mingbai/ledger/proofs/note";
import { askWitness, type WitnessAddress } from "./ask-witness.ts";

/** A checkpoint as witnesses are shown it. */
export interface ShownCheckpoint {
  readonly size: number;
  readonly text: string;
}

/** How one witness stands. */
export interface WitnessStanding {
  readonly name: string;
  /** Leaves under the last cosignature that it gave. */
  readonly size: number;
  /** Why the last question failed; empty where it did not. */
  readonly problem: string;
}

interface Parts {
  readonly witnesses: readonly WitnessAddress[];
  readonly proveConsistency: (sizes: { from: number; to: number }) => Promise<readonly Uint8Array[]>;
  /** Called with each cosignature that verifies, over this checkpoint. */
  readonly onCosigned: (checkpoint: ShownCheckpoint, signature: NoteSignature) => Promise<void>;
}

interface Seat {
  readonly witness: WitnessAddress;
  size: number;
  problem: string;
  /** The text that was shown last. */
  asked: string;
  work: Promise<void> | undefined;
}

/**
 * Shows checkpoints to witnesses, one question at a time each, always the newest. Nothing waits for it: a witness that
 * fails is asked again with the next checkpoint.
 */
export class WitnessCircle {
  readonly #parts: Parts;
  readonly #seats: readonly Seat[];
  readonly #closing = new AbortController();
  #newest: ShownCheckpoint | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#seats = parts.witnesses.map((witness) => ({ witness, size: 0, problem: "", asked: "", work: undefined }));
  }

  get standings(): readonly WitnessStanding[] {
    return this.#seats.map(({ witness, size, problem }) => ({ name: witness.key.name, size, problem }));
  }

  /** Takes the newest checkpoint and returns at once. */
  show(checkpoint: ShownCheckpoint): void {
    this.#newest = checkpoint;
    for (const seat of this.#seats) seat.work ??= this.#ask(seat);
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#seats.map(({ work }) => work));
  }

  async #ask(seat: Seat): Promise<void> {
    // A turn later, so that `show` has kept this promise before the work can end.
    await Promise.resolve();
    while (!this.#closing.signal.aborted && this.#newest !== undefined && this.#newest.text !== seat.asked) {
      await this.#askOnce(seat, this.#newest);
    }
    seat.work = undefined;
  }

  async #askOnce(seat: Seat, checkpoint: ShownCheckpoint): Promise<void> {
    const { proveConsistency, onCosigned } = this.#parts;
    const { witness, size: from } = seat;
    seat.asked = checkpoint.text;
    try {
      const signal = this.#closing.signal;
      const signature = await askWitness({ witness, ...checkpoint, from, proveConsistency, signal });
      seat.size = checkpoint.size;
      seat.problem = "";
      await onCosigned(checkpoint, signature);
    } catch (error) {
      // A log goes on without its witnesses; whoever watches the node sees the reason.
      seat.problem = error instanceof Error ? error.message : String(error);
    }
  }
}
