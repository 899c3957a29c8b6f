import type { SegmentLog } from "../segments/segment-log.ts";
import { type BlockRecord, decodeBlockRecord } from "./block-record.ts";

/** What blocks are looked for by. */
export type BlockMarks = Pick<BlockRecord, "height" | "timeMs" | "logSize" | "unorderedFrom" | "bodiesBelow">;

/** Marks of blocks that were looked at: bisection asks the same few thousand again and again. */
export const marksKeptMax = 8_192;

type Blocks = Pick<SegmentLog, "first" | "durable" | "read">;

/** Finds durable blocks by bisection over marks that rise with the block's number. */
export class BlockFinder {
  readonly #blocks: Blocks;
  readonly #marks = new Map<number, BlockMarks>();

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
  }

  /** Number of the first durable block for which `isReached` holds; once it holds, it must hold for all later ones. */
  async find(isReached: (marks: BlockMarks) => boolean): Promise<number | undefined> {
    // Blocks become durable while marks are read: those were not looked at.
    const { first, durable } = this.#blocks;
    let [low, high] = [first, durable];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (isReached(await this.marksOf(middle))) high = middle;
      else low = middle + 1;
    }
    return low < durable ? low : undefined;
  }

  /** Of a durable block. */
  async marksOf(number: number): Promise<BlockMarks> {
    const known = this.#marks.get(number);
    if (known !== undefined) return known;
    const record = decodeBlockRecord(await this.#blocks.read(number));
    const { height, timeMs, logSize, unorderedFrom, bodiesBelow } = record;
    if (this.#marks.size >= marksKeptMax) this.#marks.clear();
    const marks = { height, timeMs, logSize, unorderedFrom, bodiesBelow };
    this.#marks.set(number, marks);
    return marks;
  }
}
