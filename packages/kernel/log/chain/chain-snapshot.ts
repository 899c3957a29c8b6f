import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { utf8 } from "@mingbai/codec/bytes";
import type { Disk } from "../disk/disk.ts";
import { type CompactRange, findRange } from "../merkle/compact-range.ts";
import type { Damage } from "../segments/log-error.ts";
import { openSnapshotStore, type Snapshot } from "../snapshots/snapshot-store.ts";
import { frameChunks, splitChunks } from "./chunk-frames.ts";
import type { AppliedBlock, ReplicaMarks } from "./replica.ts";

export const snapshotsFolder = "snapshots";
const marksSection = "marks";
const storePrefix = "store/";

/** A replica as it stood after a block, read back and not yet believed. */
export interface ChainSnapshot {
  readonly blockNumber: number;
  readonly originSequence: number;
  readonly marks: ReplicaMarks;
  readonly stores: readonly { name: string; chunks: readonly Uint8Array[] }[];
}

interface Place {
  readonly disk: Disk;
  /** The chain's folder. */
  readonly folder: string;
}

/** Writes the state of a durable block, so that a restart need not begin at genesis. */
export async function saveSnapshot(
  parts: Place & { blockNumber: number; originSequence: number; sealed: NonNullable<AppliedBlock["sealed"]> },
): Promise<void> {
  const { disk, folder, blockNumber, originSequence, sealed } = parts;
  const store = await openSnapshotStore({ disk, folder: `${folder}/${snapshotsFolder}` });
  const marks = utf8(JSON.stringify({ blockNumber, originSequence, marks: storedMarks(sealed.marks) }));
  const stores = sealed.state.stores.map(({ name, chunks }) => ({
    name: storePrefix + name,
    chunks: frameChunks(chunks.map(({ bytes }) => bytes)),
  }));
  await store.write({ height: sealed.marks.height, sections: [{ name: marksSection, chunks: [marks] }, ...stores] });
}

/** The newest whole snapshot of a block that the log still has; damaged ones are told of and passed over. */
export async function findNewestSnapshot(
  { disk, folder, onDamage }: Place & { onDamage?: (damage: Damage) => void },
  durableBlocks: number,
): Promise<ChainSnapshot | undefined> {
  const store = await openSnapshotStore({ disk, folder: `${folder}/${snapshotsFolder}` });
  for (let heightMax = Number.MAX_SAFE_INTEGER; ; ) {
    const { snapshot, damage } = await store.openNewest(heightMax);
    for (const found of damage) onDamage?.(found);
    if (snapshot === undefined) return undefined;
    const read = await readSnapshot(snapshot);
    if (read.blockNumber < durableBlocks) return read;
    heightMax = snapshot.height - 1;
  }
}

/** What a snapshot file holds. Throws SyntaxError on what no chain wrote; `Replica.restore` judges whether it is true. */
export async function readSnapshot(snapshot: Snapshot): Promise<ChainSnapshot> {
  const sections = new Map<string, Uint8Array[]>(snapshot.sections.map((name) => [name, []]));
  for await (const { section, bytes } of snapshot.chunks()) sections.get(section)?.push(bytes);
  const [marksBytes] = sections.get(marksSection) ?? [];
  if (marksBytes === undefined) throw new SyntaxError("a snapshot without marks");
  const { blockNumber, originSequence, marks } = JSON.parse(new TextDecoder().decode(marksBytes)) as StoredSnapshot;
  const stores = [...sections]
    .filter(([name]) => name.startsWith(storePrefix))
    .map(([name, pieces]) => ({ name: name.slice(storePrefix.length), chunks: splitChunks(pieces) }));
  return { blockNumber, originSequence, marks: readMarks(marks), stores };
}

interface StoredSnapshot {
  readonly blockNumber: number;
  readonly originSequence: number;
  readonly marks: StoredMarks;
}

type StoredMarks = ReturnType<typeof storedMarks>;

function storedMarks(marks: ReplicaMarks) {
  return {
    ...marks,
    appHash: toBase64(marks.appHash),
    logRoot: toBase64(marks.logRoot),
    effects: toBase64(marks.effects),
    stateRoot: toBase64(marks.stateRoot),
    range: marks.range.hashes.map(toBase64),
    pendingRoot: marks.pendingRoot && { ...marks.pendingRoot, root: toBase64(marks.pendingRoot.root) },
  };
}

function readMarks(stored: StoredMarks): ReplicaMarks {
  const range: CompactRange | undefined = findRange({ size: stored.logSize, hashes: stored.range.map(hashIn) });
  if (range === undefined) throw new SyntaxError("a snapshot's Merkle range does not fit its size");
  return {
    ...stored,
    appHash: hashIn(stored.appHash),
    logRoot: hashIn(stored.logRoot),
    effects: hashIn(stored.effects),
    stateRoot: hashIn(stored.stateRoot),
    range,
    pendingRoot: stored.pendingRoot && { ...stored.pendingRoot, root: hashIn(stored.pendingRoot.root) },
  };
}

function hashIn(text: string): Uint8Array {
  const hash = findBase64(text);
  if (hash?.length !== 32) throw new SyntaxError("a snapshot holds a hash that is none");
  return hash;
}
