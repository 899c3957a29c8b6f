/**
 * What a disk refuses with.
 * DISK_FULL: no space or quota left. DISK_FAILED: any other input or output error.
 * DISK_ABSENT: no such file or folder. DISK_LOCKED: another process keeps the folder.
 */
export type DiskErrorCode = "DISK_FULL" | "DISK_FAILED" | "DISK_ABSENT" | "DISK_LOCKED";

const advice: Readonly<Record<DiskErrorCode, string>> = {
  DISK_FULL: "Free space on this disk, or move the data folder to a larger one.",
  DISK_FAILED: "Check the disk and its cables, then restart the machine (not only the node) before using this folder.",
  DISK_ABSENT: "Check the path, or restore the file from a backup.",
  DISK_LOCKED: "Stop the other node that runs on this folder, or choose another data folder.",
};

/** A disk operation that did not succeed: its code, the operation and the path, and what a person can do. */
export class DiskError extends Error {
  override readonly name = "DiskError";
  readonly code: DiskErrorCode;
  readonly operation: string;
  readonly path: string;

  constructor({ code, operation, path, cause }: DiskErrorFields) {
    const detail = cause instanceof Error ? ` (${cause.message})` : "";
    super(`${code}: ${operation} of ${path} failed${detail}. ${advice[code]}`, { cause });
    this.code = code;
    this.operation = operation;
    this.path = path;
  }
}

interface DiskErrorFields {
  readonly code: DiskErrorCode;
  readonly operation: string;
  readonly path: string;
  readonly cause?: unknown;
}

/** True where the disk was full before a sync was tried: nothing is in doubt then. A failed sync always leaves doubt. */
export function isRefusedAsFull(error: unknown): boolean {
  return error instanceof DiskError && error.code === "DISK_FULL" && !error.operation.startsWith("sync");
}
