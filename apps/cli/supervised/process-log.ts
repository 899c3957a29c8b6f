import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from "node:fs";

const ownerOnly = 0o600;
/** Of one file when a process starts; with the one before it, twice as much. */
const fileBytesMax = 8 * 1_024 * 1_024;
const tailBytes = 16_384;

/** Opens the file that a process writes its lines to, behind those of the one before; what has grown large gives way. Says where it begins. */
export function openLog(path: string): { readonly file: number; readonly fromByte: number } {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > fileBytesMax) renameSync(path, `${path}.1`);
  const file = openSync(path, "a", ownerOnly);
  return { file, fromByte: fstatSync(file).size };
}

/** Why a process ended, by what it wrote from this byte of its log on: its own last word, else its last line; empty where there is none. */
export function lastWord(path: string, fromByte: number): string {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(Math.max(0, size - fromByte), tailBytes));
    readSync(file, buffer, { position: size - buffer.length });
    const lines = buffer.toString().trimEnd().split("\n");
    return (lines.findLast((line) => line.startsWith("mingbai: ")) ?? lines.at(-1) ?? "").trim();
  } finally {
    closeSync(file);
  }
}
