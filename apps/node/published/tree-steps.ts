import type { TileLog } from "@mingbai/log/merkle/tile-log";
import type { DueTree } from "@mingbai/sequencer/cosigning/vote-book";

/** Trees that wait to be signed while the disk is slow; the oldest are passed over, as newer ones cover them. */
export const dueWaitingMax = 16;

/** The block that leaves come from. */
export interface BlockMark {
  readonly height: number;
  readonly timeMs: number;
}

type Step = { readonly leaves: readonly Uint8Array[]; readonly at: BlockMark } | "due";

interface Parts {
  readonly tiles: TileLog;
  readonly origin: string;
  /** Takes a tree all of whose tiles are on the disk. */
  readonly onTree: (tree: DueTree) => Promise<void>;
  /** Called when a tree could not be written; the node must stop. */
  readonly onFatal: (error: Error) => void;
}

/** Leaves and the trees after them in their order: a tree's tiles are written as they are, whatever is appended meanwhile. */
export class TreeSteps {
  readonly #parts: Parts;
  readonly #steps: Step[] = [];
  #covered: BlockMark;
  #dueSize: number;
  #writing: Promise<void> | undefined;
  #failure: unknown;

  /** `covered`: the block up to which the tiles reach; `signedSize`: leaves of the last tree that was given away. */
  constructor(parts: Parts, { covered, signedSize }: { covered: BlockMark; signedSize: number }) {
    this.#parts = parts;
    this.#covered = covered;
    this.#dueSize = signedSize;
  }

  append(leaves: readonly Uint8Array[], at: BlockMark): void {
    this.#steps.push({ leaves, at });
    this.#advance();
  }

  /** The tree of everything appended so far is to be signed. */
  due(): void {
    const waiting = this.#steps.filter((step) => step === "due").length;
    if (waiting >= dueWaitingMax) this.#steps.splice(this.#steps.indexOf("due"), 1);
    this.#steps.push("due");
    this.#advance();
  }

  /** Resolves when nothing waits any more; rejects where a tree could not be written. */
  async idle(): Promise<void> {
    while (this.#writing !== undefined) await this.#writing;
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** While a tree is written leaves may follow, but no other tree. */
  #advance(): void {
    while (this.#failure === undefined && (this.#writing === undefined || this.#steps[0] !== "due")) {
      const step = this.#steps.shift();
      if (step === undefined) return;
      if (step === "due") this.#write();
      else {
        for (const leaf of step.leaves) this.#parts.tiles.append(leaf);
        this.#covered = step.at;
      }
    }
  }

  #write(): void {
    const { tiles, onFatal } = this.#parts;
    if (tiles.size <= this.#dueSize) return;
    this.#dueSize = tiles.size;
    this.#writing = this.#writeTree()
      .catch((error) => {
        this.#failure = error;
        onFatal(error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => {
        this.#writing = undefined;
        this.#advance();
      });
  }

  async #writeTree(): Promise<void> {
    const { tiles, origin, onTree } = this.#parts;
    const at = this.#covered;
    const { size, root } = await tiles.publish();
    await onTree({ origin, size, root, height: at.height, timeMs: at.timeMs });
  }
}
