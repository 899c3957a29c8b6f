import { constants, type FileHandle, open } from "node:fs/promises";

const pieceBytes = 1024 * 1024;
const ownerOnly = 0o600;

type Pieces = AsyncIterable<Uint8Array>;

/**
 * Copies a file to a name that is free, readable by its owner alone, and returns once it is on the disk. What is written is what
 * `change` makes of the bytes: the same unless given.
 */
export async function copyFile(
  { from, to }: { from: string; to: string },
  change: (pieces: Pieces) => Pieces = (pieces) => pieces,
): Promise<void> {
  const source = await open(from, "r");
  try {
    const target = await open(to, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, ownerOnly);
    try {
      for await (const piece of change(piecesOf(source))) await target.writeFile(piece);
      await target.sync();
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function* piecesOf(source: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    // Another one for each: whoever changes the bytes may hold some back.
    const piece = Buffer.allocUnsafeSlow(pieceBytes);
    const { bytesRead } = await source.read(piece, 0, piece.length, at);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
    at += bytesRead;
  }
}
