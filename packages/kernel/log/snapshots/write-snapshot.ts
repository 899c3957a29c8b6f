import { createHash, type Hash } from "node:crypto";
import { crc32 } from "node:zlib";
import { utf8 } from "@mingbai/codec/bytes";
import type { Disk, DiskFile } from "../disk/disk.ts";
import {
  chunkBytesMax,
  encodeHead,
  headBytes,
  type PartKind,
  partialSuffix,
  partKinds,
  snapshotName,
} from "./snapshot-format.ts";

/** A named run of bytes in a snapshot. What they mean is the owner's. */
export interface SnapshotSection {
  readonly name: string;
  readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

interface Output {
  readonly file: DiskFile;
  readonly height: number;
  readonly digest: Hash;
  offset: number;
}

/**
 * Writes a snapshot under a temporary name, syncs it, gives it its own name and syncs the folder: it is there as a
 * whole or not at all. Rejects with a `DiskError`; what was written of it is removed then. Returns its bytes.
 */
export async function writeSnapshot(
  disk: Disk,
  folder: string,
  { height, sections }: SnapshotContent,
): Promise<number> {
  const path = `${folder}/${snapshotName(height)}`;
  const file = await disk.open(path + partialSuffix, "create");
  const output: Output = { file, height, digest: createHash("sha256"), offset: 0 };
  try {
    await writeParts(output, sections);
    await file.sync();
  } catch (error) {
    await file.close();
    await disk.remove(path + partialSuffix);
    throw error;
  }
  await file.close();
  await disk.rename({ from: path + partialSuffix, to: path });
  await disk.syncFolder(folder);
  return output.offset;
}

export interface SnapshotContent {
  readonly height: number;
  readonly sections: Iterable<SnapshotSection> | AsyncIterable<SnapshotSection>;
}

async function writeParts(output: Output, sections: SnapshotContent["sections"]): Promise<void> {
  await writePart(output, partKinds.begin, new Uint8Array(0));
  for await (const { name, chunks } of sections) {
    await writePart(output, partKinds.section, utf8(name));
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += chunkBytesMax) {
        await writePart(output, partKinds.chunk, chunk.subarray(at, at + chunkBytesMax));
      }
    }
  }
  await writePart(output, partKinds.end, new Uint8Array(output.digest.copy().digest()));
}

async function writePart(output: Output, kind: PartKind, content: Uint8Array): Promise<void> {
  const { file, height, digest, offset } = output;
  const head = encodeHead({ kind, height, offset, length: content.length, contentCrc: crc32(content) });
  digest.update(head).update(content);
  output.offset += headBytes + content.length;
  await file.write([head, content], offset);
}
