import { open } from "node:fs/promises";
import { KeyFileError } from "./key-file-error.ts";

/** Bits of a file's mode that let group and others in. */
const othersMask = 0o077;
export const privateFileBytesMax = 16 * 1024;

/**
 * The text of a file that only its owner can read. Throws KeyFileError ABSENT, READABLE_BY_OTHERS, or MALFORMED where
 * it is longer than 16 KiB. Windows keeps no such bits, so nothing is asked of them there.
 */
export async function readPrivateFile(path: string): Promise<string> {
  const file = await open(path, "r").catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new KeyFileError("ABSENT", `there is no file ${path}`);
    }
    throw error;
  });
  try {
    const { mode, size } = await file.stat();
    if (process.platform !== "win32" && (mode & othersMask) !== 0) {
      const message = `${path} is open to others (mode ${(mode & 0o777).toString(8)}): run chmod 600 ${path}`;
      throw new KeyFileError("READABLE_BY_OTHERS", message);
    }
    if (size > privateFileBytesMax) throw new KeyFileError("MALFORMED", `${path} is too long to be what it should be`);
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}
