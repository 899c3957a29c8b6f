import type { BodyStore } from "../bodies/body-store.ts";
import type { SegmentLog } from "../segments/segment-log.ts";
import type { RecordedContainer } from "./block-record.ts";
import type { BlockFinder } from "./find-block.ts";

interface Parts {
  readonly bodyLog: SegmentLog;
  readonly bodies: BodyStore;
  readonly blocks: Pick<SegmentLog, "first">;
  readonly finder: BlockFinder;
}

/** The bodies of a chain's blocks on its disk, of which old ones may be let go of. */
export class KeptBodies {
  readonly #parts: Parts;
  /** Records of the body log before this one are given to nobody. */
  #first: number;
  #from: Promise<number> | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#first = parts.bodyLog.first;
  }

  /** Height from which on the bodies of all blocks are here; 0 where none was let go of. */
  from(): Promise<number> {
    this.#from ??= this.#findFrom();
    return this.#from;
  }

  has({ inlineBody, bodyNumber = -1 }: RecordedContainer): boolean {
    return inlineBody !== undefined || bodyNumber >= this.#first;
  }

  /** As `LedgerChain.readBody`. */
  async read({ inlineBody, bodyNumber }: RecordedContainer): Promise<Uint8Array> {
    if (inlineBody !== undefined) return inlineBody;
    if (bodyNumber === undefined) throw new SyntaxError("a container without a body");
    return this.#parts.bodyLog.read(bodyNumber);
  }

  /**
   * From now on nobody is given bodies that only blocks below a height refer to. Their space comes back with the next call, a
   * segment at a time: who is reading one now finds it whole. Never below what a restart executes again: whoever calls it has a
   * snapshot at or above that height.
   */
  async retainFrom(height: number): Promise<void> {
    const { bodies, blocks, finder } = this.#parts;
    const number = await finder.find((marks) => marks.height >= height);
    const before = number === undefined || number <= blocks.first ? undefined : await finder.marksOf(number - 1);
    if (before === undefined) return;
    await bodies.retainFrom(Math.min(this.#first, before.unorderedFrom));
    this.#first = Math.max(this.#first, before.unorderedFrom);
    this.#from = undefined;
    bodies.forgetOrdered(this.#first);
  }

  /** What a block orders was put after it, or waited when the block before was made. */
  async #findFrom(): Promise<number> {
    const { blocks, finder } = this.#parts;
    if (this.#first === 0 && blocks.first === 0) return 0;
    const first = this.#first;
    const last = await finder.find((marks) => marks.unorderedFrom >= first);
    return last === undefined ? Number.MAX_SAFE_INTEGER : (await finder.marksOf(last)).height + 1;
  }
}
