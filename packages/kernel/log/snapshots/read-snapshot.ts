import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { equalBytes } from "@mingbai/codec/bytes";
import type { Disk, DiskFile } from "../disk/disk.ts";
import { type Damage, LogDamaged } from "../segments/log-error.ts";
import { findHead, headBytes, type PartHead, partKinds } from "./snapshot-format.ts";

/** A part of a snapshot that was read and checked. */
export interface SnapshotPart extends PartHead {
  readonly content: Uint8Array<ArrayBuffer>;
}

/**
 * Reads a snapshot's parts in order and checks each, then the digest of all. Throws `LogDamaged` with the offset of
 * the part that is not what was written.
 */
export async function* readParts(disk: Disk, path: string, height: number): AsyncGenerator<SnapshotPart> {
  const file = await disk.open(path, "read");
  const digest = createHash("sha256");
  try {
    let offset = 0;
    for (;;) {
      const { head, content } = await readPart(file, offset, height);
      if ((offset === 0) !== (head.kind === partKinds.begin)) throw damaged(path, offset, "a part is out of place");
      if (head.kind === partKinds.end) {
        if (!equalBytes(digest.digest(), content)) throw damaged(path, offset, "the digest does not fit the parts");
        const past = offset + headBytes + content.length;
        if ((await file.size()) !== past) throw damaged(path, past, "something follows the end");
        return;
      }
      digest.update(await file.read({ position: offset, length: headBytes })).update(content);
      offset += headBytes + content.length;
      yield { ...head, content };
    }
  } finally {
    await file.close();
  }
}

async function readPart(file: DiskFile, offset: number, height: number) {
  const head = findHead(await file.read({ position: offset, length: headBytes }));
  if (!head) throw damaged(file.path, offset, "the head of a part is damaged or missing");
  if (head.offset !== offset || head.height !== height) throw damaged(file.path, offset, "a part belongs elsewhere");
  const content = await file.read({ position: offset + headBytes, length: head.length });
  if (content.length === head.length && crc32(content) === head.contentCrc) return { head, content };
  throw damaged(file.path, offset, "the content of a part is damaged or missing");
}

function damaged(file: string, offset: number, reason: string): LogDamaged {
  const damage: Damage = { file, offset, reason };
  return new LogDamaged(damage);
}
