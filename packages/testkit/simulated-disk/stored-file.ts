import { concat } from "@mingbai/codec/bytes";

/** Bytes that the disk writes as a whole or not at all. */
export const sectorBytes = 512;

/** A change to a file that no sync has covered yet. */
export type FileChange =
  | { readonly kind: "write"; readonly position: number; readonly bytes: Uint8Array }
  | { readonly kind: "truncate"; readonly bytes: number };

/** One file: what a reader sees now, what is on the disk for certain, and the changes in between. */
export interface StoredFile {
  current: Uint8Array;
  durable: Uint8Array;
  unsynced: FileChange[];
}

export function emptyFile(): StoredFile {
  return { current: new Uint8Array(0), durable: new Uint8Array(0), unsynced: [] };
}

/** The content after one change. Changes in place where the size stays. */
export function applyChange(content: Uint8Array, change: FileChange): Uint8Array {
  if (change.kind === "truncate") return resized(content, change.bytes);
  const end = change.position + change.bytes.length;
  const grown = end > content.length ? resized(content, end) : content;
  grown.set(change.bytes, change.position);
  return grown;
}

function resized(content: Uint8Array, bytes: number): Uint8Array {
  if (bytes <= content.length) return content.slice(0, bytes);
  return concat(content, new Uint8Array(bytes - content.length));
}

/** Makes a change that readers see at once and that no sync has covered. */
export function changeFile(file: StoredFile, change: FileChange): void {
  file.current = applyChange(file.current, change);
  file.unsynced.push(change);
}

/** Makes every change durable. */
export function syncFile(file: StoredFile): void {
  for (const change of file.unsynced) file.durable = applyChange(file.durable, change);
  file.unsynced = [];
}

/** A file whose content is durable. */
export function durableFile(content: Uint8Array): StoredFile {
  return { current: content.slice(), durable: content.slice(), unsynced: [] };
}
