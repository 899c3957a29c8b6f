import { segmentName } from "../segments/layout.ts";
import { writeMeta } from "../segments/meta-file.ts";
import { type FoundSegment, type PrefixPlace, walkPrefix } from "./walk-prefix.ts";

const copyBytes = 1024 * 1024;

/**
 * Copies a log into a folder that has none, up to the last whole record, while its writer may go on. The copy opens as
 * a log does after a crash. What was copied is durable where it was read from, so that the copy never has more than its
 * original would have after a crash. Returns the number after the last record.
 */
export async function copyPrefix(from: PrefixPlace, to: PrefixPlace): Promise<number> {
  let below = 0;
  let base: number | undefined;
  await to.disk.makeFolder(to.folder);
  for await (const found of walkPrefix(from)) {
    base ??= found.image.start.sequence;
    await makeDurable(from, found);
    await writeSegment(to, found);
    below = found.below;
  }
  if (base !== undefined) await writeMeta(to.disk, to.folder, { base, cutFrom: undefined });
  await to.disk.syncFolder(to.folder);
  return below;
}

/** Some systems sync only what is open for writing. */
async function makeDurable({ disk }: PrefixPlace, { image }: FoundSegment): Promise<void> {
  const file = await disk.open(image.path, "write");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeSegment({ disk, folder }: PrefixPlace, { image, kept }: FoundSegment): Promise<void> {
  const file = await disk.open(`${folder}/${segmentName(image.start.sequence)}`, "create");
  try {
    for (let at = 0; at < kept; at += copyBytes) {
      await file.write([image.bytes.subarray(at, Math.min(kept, at + copyBytes))], at);
    }
    await file.allocate(image.bytes.length);
    await file.sync();
  } finally {
    await file.close();
  }
}
