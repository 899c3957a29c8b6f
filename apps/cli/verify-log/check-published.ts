import { diskTileFiles } from "@mingbai/app-node/published/disk-tile-files";
import { checkpointHistory, readCheckpoint } from "@mingbai/app-node/published/published-log";
import { equalBytes } from "@mingbai/codec/bytes";
import { decodeBlockRecord } from "@mingbai/log/chain/block-record";
import type { Disk } from "@mingbai/log/disk/disk";
import { emptyRoot } from "@mingbai/log/merkle/hash";
import { openTileLog } from "@mingbai/log/merkle/open-tile-log";
import type { TileFiles } from "@mingbai/log/merkle/tile-files";
import type { SegmentLog } from "@mingbai/log/segments/segment-log";

/** Leaves between two comparisons; far fewer tiles than may wait. */
const publishEveryLeaves = 64 * 1024;

export interface PublishedReport {
  /** Leaves under the last checkpoint. */
  readonly size: number;
  readonly differences: readonly string[];
}

/** Makes the tiles again from the leaves of the blocks and compares each with its file, and the root with the last checkpoint. */
export async function checkPublished(parts: {
  disk: Disk;
  folder: string;
  blocks: SegmentLog;
}): Promise<PublishedReport> {
  const { disk, folder, blocks } = parts;
  const history = await checkpointHistory(disk, folder);
  try {
    if (history.durable === 0) return { size: 0, differences: [] };
    const checkpoint = readCheckpoint(await history.read(history.durable - 1));
    const { size } = checkpoint;
    const comparing = compareTiles(await diskTileFiles(disk, folder));
    const log = await openTileLog({ files: comparing.files, size: 0, root: emptyRoot });
    for await (const leaf of leavesOf(blocks, size)) {
      log.append(leaf);
      if (log.size % publishEveryLeaves === 0) await log.publish();
    }
    if (log.size < size)
      return { size, differences: [`a checkpoint states ${size} leaves, and the log has ${log.size}`] };
    comparing.isLast = true;
    const { root } = await log.publish();
    const rootFault = equalBytes(root, checkpoint.root) ? [] : ["the last checkpoint has another root than the log"];
    return { size, differences: [...rootFault, ...comparing.differences] };
  } finally {
    await history.close();
  }
}

async function* leavesOf(blocks: SegmentLog, size: number): AsyncGenerator<Uint8Array> {
  let given = 0;
  for await (const { payload } of blocks.records(blocks.first)) {
    for (const { leaf } of decodeBlockRecord(payload).outcomes) {
      if (given++ === size) return;
      yield leaf;
    }
  }
}

/** Files that are compared instead of written. Partial tiles exist only for the last size. */
function compareTiles(published: TileFiles): { files: TileFiles; isLast: boolean; differences: string[] } {
  const comparison = {
    isLast: false,
    differences: [] as string[],
    files: {
      read: (path: string) => published.read(path),
      async write(path: string, bytes: Uint8Array) {
        if (path.includes(".p/") && !comparison.isLast) return;
        const found = await published.read(path);
        if (found === undefined) comparison.differences.push(`${path} is missing`);
        else if (!equalBytes(found, bytes)) comparison.differences.push(`${path} is not what the leaves give`);
      },
      sync: async () => undefined,
      list: async () => [],
      remove: async () => undefined,
    },
  };
  return comparison;
}
