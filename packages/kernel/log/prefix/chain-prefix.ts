import { decodeBlockRecord } from "../chain/block-record.ts";
import { blocksFolder, bodiesFolder } from "../chain/ledger-chain.ts";
import { blocksInFlightMax } from "../chain/recover-replica.ts";
import { cutReadable, type ReadableLog, readPrefix } from "./readable-log.ts";
import type { PrefixPlace } from "./walk-prefix.ts";

/** Blocks, and the bodies that they name. */
export interface ChainPrefix {
  readonly blocks: ReadableLog;
  readonly bodies: ReadableLog;
}

/**
 * A chain's two logs up to the last block that is whole with its bodies, while a node may go on writing them. Bodies are
 * looked at last, so only a block that nobody was told of can lack its own; an older one that does is left to be found.
 */
export async function readChainPrefix({ disk, folder }: PrefixPlace): Promise<ChainPrefix> {
  const blocks = await readPrefix({ disk, folder: `${folder}/${blocksFolder}` });
  const bodies = await readPrefix({ disk, folder: `${folder}/${bodiesFolder}` });
  const first = Math.max(blocks.first, blocks.durable - blocksInFlightMax);
  let below = blocks.durable;
  while (below > first && !(await hasBodies({ blocks, bodies }, below - 1))) below--;
  return { blocks: cutReadable(blocks, below), bodies };
}

async function hasBodies({ blocks, bodies }: ChainPrefix, number: number): Promise<boolean> {
  const { containers } = decodeBlockRecord(await blocks.read(number));
  return containers.every(({ bodyNumber }) => bodyNumber === undefined || bodyNumber < bodies.durable);
}
