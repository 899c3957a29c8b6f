import { constants, type FileHandle, open } from "node:fs/promises";

const pieceBytes = 1024 * 1024;
const ownerOnly = 0o600;

/** Copies a file to a name that is free, readable by its owner alone, and returns once it is on the disk. */
export async function copyFile({ from, to }: { from: string; to: string }): Promise<void> {
  const source = await open(from, "r");
  try {
    const target = await open(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, ownerOnly);
    try {
      await copyBytes(source, target);
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function copyBytes(source: FileHandle, target: FileHandle): Promise<void> {
  const piece = Buffer.alloc(pieceBytes);
  for (let at = 0; ; ) {
    const { bytesRead } = await source.read(piece, 0, piece.length, at);
    if (bytesRead === 0) return;
    await target.writeFile(piece.subarray(0, bytesRead));
    at += bytesRead;
  }
}
