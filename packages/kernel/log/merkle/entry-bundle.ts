import { viewOf } from "@mingbai/codec/bytes";
import { tileWidth } from "./tile-path.ts";

export const entryBytesMax = 65_535;

/** Entries one after another, each behind its length as a big-endian u16 (C2SP tlog-tiles, entry bundles). */
export function formatEntryBundle(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  const view = viewOf(bytes);
  let at = 0;
  for (const entry of entries) {
    if (entry.length > entryBytesMax) throw new RangeError("an entry is longer than its length can say");
    view.setUint16(at, entry.length);
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** The entries of a bundle, views into it, or undefined where the bytes are not 1 to 256 whole entries. */
export function findEntries(bundle: Uint8Array): Uint8Array[] | undefined {
  const view = viewOf(bundle);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    if (at + 2 > bundle.length || entries.length === tileWidth) return undefined;
    const end = at + 2 + view.getUint16(at);
    if (end > bundle.length) return undefined;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries.length === 0 ? undefined : entries;
}
