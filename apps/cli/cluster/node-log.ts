import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from "node:fs";

const ownerOnly = 0o600;
/** Of one file when a process starts; with the one before it, twice as much. */
const fileBytesMax = 8 * 1_024 * 1_024;
const tailBytes = 4_096;

/** Opens the file that a process writes its lines to, behind those of the one before; what has grown large gives way. */
export function openNodeLog(path: string): number {
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (bytes > fileBytesMax) renameSync(path, `${path}.1`);
  return openSync(path, "a", ownerOnly);
}

/** The last line of a log, by which a process that ended says why; empty where there is none. */
export function lastLine(path: string): string {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const buffer = Buffer.alloc(Math.min(size, tailBytes));
    readSync(file, buffer, { position: size - buffer.length });
    return buffer.toString().trimEnd().split("\n").at(-1)?.trim() ?? "";
  } finally {
    closeSync(file);
  }
}
