import type { Disk } from "../disk/disk.ts";
import { DiskError } from "../disk/disk-error.ts";
import { type Damage, LogDamaged } from "../segments/log-error.ts";
import { readParts } from "./read-snapshot.ts";
import { findSnapshotHeight, partialSuffix, partKinds, snapshotName } from "./snapshot-format.ts";
import { type SnapshotContent, writeSnapshot } from "./write-snapshot.ts";

/** How many snapshots are kept: the newest, and as many before it to fall back on. */
export const snapshotsKept = 3;

/** A chunk of a snapshot, in the order it was written, with the name of its section. */
export interface SnapshotChunk {
  readonly section: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A snapshot whose every byte was checked. Reading checks each chunk once more. */
export interface Snapshot {
  readonly height: number;
  /** Names of the sections, in order; also of those without chunks. */
  readonly sections: readonly string[];
  chunks(): AsyncIterable<SnapshotChunk>;
}

/** Snapshots in one folder, named by height. It knows nothing of what they hold. */
export interface SnapshotStore {
  /** Writes one durably, then removes all but the newest `snapshotsKept`. Resolves to its size in bytes. */
  write(content: SnapshotContent): Promise<number>;
  /** Heights there are files for, ascending. */
  heights(): Promise<number[]>;
  /** The snapshot of a height; throws `LogDamaged` where a byte is not what was written, DISK_ABSENT where there is none. */
  open(height: number): Promise<Snapshot>;
  /** The newest one that is whole, at or below `heightMax` where given, and the damage of newer ones that are not. */
  openNewest(
    heightMax?: number,
  ): Promise<{ readonly snapshot: Snapshot | undefined; readonly damage: readonly Damage[] }>;
}

/** Opens the store in a folder, making it where it is absent; removes what an interrupted write left. */
export async function openSnapshotStore({ disk, folder }: { disk: Disk; folder: string }): Promise<SnapshotStore> {
  await disk.makeFolder(folder);
  for (const name of await disk.list(folder)) {
    if (name.endsWith(partialSuffix)) await disk.remove(`${folder}/${name}`);
  }
  const followed = followSnapshots({ disk, folder });
  return {
    ...followed,
    write: async (content) => {
      const bytes = await writeSnapshot(disk, folder, content);
      for (const height of (await followed.heights()).slice(0, -snapshotsKept))
        await disk.remove(`${folder}/${snapshotName(height)}`);
      await disk.syncFolder(folder);
      return bytes;
    },
  };
}

/** The snapshots in a folder to which another process may be writing; none where it is absent. Reads only. */
export function followSnapshots({ disk, folder }: { disk: Disk; folder: string }): Omit<SnapshotStore, "write"> {
  const heights = async (): Promise<number[]> =>
    (await listPresent(disk, folder)).map(findSnapshotHeight).filter((height) => height !== undefined);
  const open = (height: number): Promise<Snapshot> => openSnapshot(disk, `${folder}/${snapshotName(height)}`, height);
  return {
    heights,
    open,
    openNewest: async (heightMax = Number.MAX_SAFE_INTEGER) => {
      const damage: Damage[] = [];
      for (const height of (await heights()).filter((known) => known <= heightMax).reverse()) {
        try {
          return { snapshot: await open(height), damage };
        } catch (error) {
          if (!(error instanceof LogDamaged)) throw error;
          damage.push(error.damage);
        }
      }
      return { snapshot: undefined, damage };
    },
  };
}

async function listPresent(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (error instanceof DiskError && error.code === "DISK_ABSENT") return [];
    throw error;
  }
}

async function openSnapshot(disk: Disk, path: string, height: number): Promise<Snapshot> {
  const sections: string[] = [];
  for await (const { kind, content } of readParts(disk, path, height)) {
    if (kind === partKinds.section) sections.push(Buffer.from(content).toString());
  }
  return { height, sections, chunks: () => readChunks(disk, path, height) };
}

async function* readChunks(disk: Disk, path: string, height: number): AsyncGenerator<SnapshotChunk> {
  let section = "";
  for await (const { kind, content } of readParts(disk, path, height)) {
    if (kind === partKinds.section) section = Buffer.from(content).toString();
    else if (kind === partKinds.chunk) yield { section, bytes: content };
  }
}
