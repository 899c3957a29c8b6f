import type { Random } from "../random.ts";
import type { CrashImage } from "./crash-image.ts";
import { applyChange, type FileChange, type StoredFile, sectorBytes } from "./stored-file.ts";

/** What a crash may need to know beyond the file itself. */
export interface CrashContext {
  readonly image: CrashImage;
  readonly random: Random;
  /** The file whose last unsynced write was under way, where the image tears it. */
  readonly torn: StoredFile | undefined;
  /** The file in which one unsynced sector goes bad, where the image spoils one. */
  readonly spoiled: StoredFile | undefined;
  /** Sectors of files removed or emptied before: what a never written place may show. */
  readonly graveyard: readonly Uint8Array[];
}

/** The content of a file after a crash. Durable bytes that no later write touched are always as they were. */
export function survivingContent(file: StoredFile, context: CrashContext): Uint8Array {
  if (context.image.kind === "lost") return file.durable.slice();
  if (context.image.kind === "reordered") return reordered(file, context.random);
  if (file === context.torn) return torn(file, context.image);
  const content = apply(file.durable, file.unsynced);
  if (file === context.spoiled) spoilSector(file, content, context);
  return content;
}

function apply(durable: Uint8Array, changes: readonly FileChange[]): Uint8Array {
  let content: Uint8Array = durable.slice();
  for (const change of changes) content = applyChange(content, change);
  return content;
}

/** Each unsynced sector and each change of size survives or not, by chance and independently. */
function reordered(file: StoredFile, random: Random): Uint8Array {
  const kept: FileChange[] = [];
  for (const change of file.unsynced) {
    if (change.kind === "truncate") {
      if (random.chance(1, 2)) kept.push(change);
      continue;
    }
    for (const part of sectorsOf(change)) if (random.chance(1, 2)) kept.push(part);
  }
  return apply(file.durable, kept);
}

function sectorsOf(change: Extract<FileChange, { kind: "write" }>): Extract<FileChange, { kind: "write" }>[] {
  const parts: Extract<FileChange, { kind: "write" }>[] = [];
  let at = 0;
  while (at < change.bytes.length) {
    const position = change.position + at;
    const length = Math.min(sectorBytes - (position % sectorBytes), change.bytes.length - at);
    parts.push({ kind: "write", position, bytes: change.bytes.subarray(at, at + length) });
    at += length;
  }
  return parts;
}

/** Everything before the last write survives; of that write only its first bytes do. */
function torn(file: StoredFile, image: CrashImage): Uint8Array {
  const last = file.unsynced.at(-1);
  if (image.kind !== "torn" || last?.kind !== "write") return apply(file.durable, file.unsynced);
  const kept = keptBytes(image.at, last.bytes.length);
  const part: FileChange = { kind: "write", position: last.position, bytes: last.bytes.subarray(0, kept) };
  return apply(file.durable, [...file.unsynced.slice(0, -1), ...(kept > 0 ? [part] : [])]);
}

function keptBytes(at: "nothing" | "half" | "allButOne", length: number): number {
  if (at === "nothing") return 0;
  return at === "half" ? Math.floor(length / 2) : Math.max(0, length - 1);
}

/** One sector among those written and not synced becomes zero, or shows what was there before. */
function spoilSector(file: StoredFile, content: Uint8Array, { image, random, graveyard }: CrashContext): void {
  const writes = file.unsynced.filter((change) => change.kind === "write" && change.bytes.length > 0);
  if (writes.length === 0) return;
  const write = random.pick(writes);
  if (write.kind !== "write") return;
  const first = Math.floor(write.position / sectorBytes);
  const past = Math.ceil((write.position + write.bytes.length) / sectorBytes);
  const start = (first + random.below(past - first)) * sectorBytes;
  const length = Math.min(sectorBytes, content.length - start);
  if (length <= 0) return;
  content.fill(0, start, start + length);
  if (image.kind === "stale") content.set(staleSector(file, start, graveyard, random).subarray(0, length), start);
}

function staleSector(file: StoredFile, start: number, graveyard: readonly Uint8Array[], random: Random): Uint8Array {
  const before = file.durable.subarray(start, start + sectorBytes);
  if (before.length > 0 || graveyard.length === 0) return before;
  return random.pick(graveyard);
}
