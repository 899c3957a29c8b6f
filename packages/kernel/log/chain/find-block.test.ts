import { concat } from "@mingbai/codec/bytes";
import { describe, expect, it } from "vitest";
import { encodeBlockRecord } from "./block-record.ts";
import { BlockFinder } from "./find-block.ts";

const hash = new Uint8Array(32);

/** Blocks at heights 10, 20, 30 …; another one is durable after each that is read. */
class GrowingBlocks {
  readonly first = 0;
  durable: number;

  constructor(durable: number) {
    this.durable = durable;
  }

  async read(number: number) {
    const hashes = { appHash: hash, logRoot: hash, effects: hash, stateRoot: hash };
    const height = (number + 1) * 10;
    const positions = { height, timeMs: height, logSize: height, unorderedFrom: 0, bodiesBelow: 0 };
    this.durable++;
    return concat(...encodeBlockRecord({ ...hashes, ...positions, containers: [], outcomes: [] }));
  }
}

describe("the search for a block", () => {
  it.each([
    [1, 0],
    [10, 0],
    [11, 1],
    [40, 3],
    [41, undefined],
    [1_000, undefined],
  ])("finds the first from height %i on among those that were durable when it began", async (height, expected) => {
    const finder = new BlockFinder(new GrowingBlocks(4));
    expect(await finder.find((marks) => marks.height >= height)).toBe(expected);
  });

  it("finds nothing where there is nothing", async () => {
    expect(await new BlockFinder(new GrowingBlocks(0)).find(() => true)).toBeUndefined();
  });
});
