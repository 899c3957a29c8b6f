import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { utf8 } from "@mingbai/codec/bytes";
import { findJson } from "@mingbai/codec/find-json";
import { z } from "zod";
import type { Disk } from "../disk/disk.ts";
import { findRange } from "../merkle/compact-range.ts";
import type { Damage } from "../segments/log-error.ts";
import type { SegmentLog } from "../segments/segment-log.ts";
import { openSnapshotStore, type Snapshot } from "../snapshots/snapshot-store.ts";
import { frameChunks, splitChunks } from "./chunk-frames.ts";
import type { AppliedBlock, ReplicaMarks } from "./replica.ts";

export const snapshotsFolder = "snapshots";
export const marksSection = "marks";
export const storePrefix = "store/";

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
export function saveSnapshot(
  parts: Place & { blockNumber: number; originSequence: number; sealed: NonNullable<AppliedBlock["sealed"]> },
): Promise<void> {
  const { disk, folder, blockNumber, originSequence, sealed } = parts;
  const stores = sealed.state.stores.map(({ name, chunks }) => ({ name, chunks: chunks.map(({ bytes }) => bytes) }));
  return saveStores({ disk, folder, marks: { blockNumber, originSequence, marks: sealed.marks }, stores });
}

/** The same, of stores that came from elsewhere. */
export async function saveStores(
  parts: Place & { marks: SnapshotMarks; stores: readonly { name: string; chunks: readonly Uint8Array[] }[] },
): Promise<void> {
  const { disk, folder, marks, stores } = parts;
  const store = await openSnapshotStore({ disk, folder: `${folder}/${snapshotsFolder}` });
  const sections = stores.map(({ name, chunks }) => ({ name: storePrefix + name, chunks: frameChunks(chunks) }));
  await store.write({
    height: marks.marks.height,
    sections: [{ name: marksSection, chunks: [encodeMarks(marks)] }, ...sections],
  });
}

/**
 * The newest whole snapshot from which the log goes on: of one of its blocks, or of the block before its first. Damaged ones
 * are told of and passed over.
 */
export async function findNewestSnapshot(
  { disk, folder, onDamage }: Place & { onDamage?: (damage: Damage) => void },
  blocks: Pick<SegmentLog, "first" | "durable">,
): Promise<ChainSnapshot | undefined> {
  const store = await openSnapshotStore({ disk, folder: `${folder}/${snapshotsFolder}` });
  for (let heightMax = Number.MAX_SAFE_INTEGER; ; ) {
    const { snapshot, damage } = await store.openNewest(heightMax);
    for (const found of damage) onDamage?.(found);
    if (snapshot === undefined) return undefined;
    const read = await readSnapshot(snapshot);
    if (read.blockNumber < blocks.first - 1) return undefined;
    if (read.blockNumber < blocks.durable) return read;
    heightMax = snapshot.height - 1;
  }
}

/** What a snapshot file holds. Throws SyntaxError on what no chain wrote; `Replica.restore` judges whether it is true. */
export async function readSnapshot(snapshot: Snapshot): Promise<ChainSnapshot> {
  const sections = new Map<string, Uint8Array[]>(snapshot.sections.map((name) => [name, []]));
  for await (const { section, bytes } of snapshot.chunks()) sections.get(section)?.push(bytes);
  const [marksBytes] = sections.get(marksSection) ?? [];
  if (marksBytes === undefined) throw new SyntaxError("a snapshot without marks");
  const { blockNumber, originSequence, marks } = decodeMarks(marksBytes);
  const stores = [...sections]
    .filter(([name]) => name.startsWith(storePrefix))
    .map(([name, pieces]) => ({ name: name.slice(storePrefix.length), chunks: splitChunks(pieces) }));
  return { blockNumber, originSequence, marks, stores };
}

/** What a snapshot's section `marks` says. */
export type SnapshotMarks = Omit<ChainSnapshot, "stores">;

export function encodeMarks({ blockNumber, originSequence, marks }: SnapshotMarks): Uint8Array {
  return utf8(JSON.stringify({ blockNumber, originSequence, marks: storedMarks(marks) }));
}

/** Throws SyntaxError on what no chain wrote. */
export function decodeMarks(bytes: Uint8Array): SnapshotMarks {
  const read = StoredSnapshot.safeParse(findJson(bytes));
  if (!read.success) throw new SyntaxError("the marks of a snapshot cannot be read");
  return { ...read.data, marks: readMarks(read.data.marks) };
}

const Count = z.int().nonnegative();
const Hash = z.string().transform((text, context) => {
  const hash = findBase64(text);
  if (hash?.length === 32) return hash;
  context.addIssue("a snapshot holds a hash that is none");
  return z.NEVER;
});
const StoredSnapshot = z.strictObject({
  blockNumber: Count,
  originSequence: Count,
  marks: z.strictObject({
    height: Count,
    timeMs: Count,
    appHash: Hash,
    logSize: Count,
    logRoot: Hash,
    effects: Hash,
    stateRoot: Hash,
    range: z.array(Hash),
    pendingRoot: z.strictObject({ fromHeight: Count, root: Hash }).optional(),
    effectiveHeight: Count,
  }),
});

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

function readMarks({ range: hashes, pendingRoot, ...marks }: z.infer<typeof StoredSnapshot>["marks"]): ReplicaMarks {
  const range = findRange({ size: marks.logSize, hashes });
  if (range === undefined) throw new SyntaxError("a snapshot's Merkle range does not fit its size");
  return { ...marks, range, pendingRoot };
}
