import { DiskError, type DiskErrorCode } from "./disk-error.ts";

const codes: Readonly<Record<string, DiskErrorCode>> = {
  ENOSPC: "DISK_FULL",
  EDQUOT: "DISK_FULL",
  ENOENT: "DISK_ABSENT",
};

/** Runs a disk operation; what the system throws becomes a `DiskError` with the path and what to do. */
export async function orDiskError<T>(operation: string, path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    const systemCode = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    throw new DiskError({ code: codes[systemCode] ?? "DISK_FAILED", operation, path, cause });
  }
}
