import type { Disk, DiskFile } from "@mingbai/log/disk/disk";
import { sealPieces } from "./file-seal.ts";

const outOfOrder = "a sealed file is written from its start to its end";
const zeros = new Uint8Array(64 * 1024);

/**
 * A disk that seals every file that is made on it, so that nothing unsealed ever lies on the medium below; all else goes through as it
 * is. A file is written from its start to its end and then synced, once: that is how a backup copies logs.
 */
export function sealingDisk(disk: Disk, backupKey: Uint8Array): Disk {
  return {
    ...disk,
    async open(path, mode) {
      const file = await disk.open(path, mode);
      return mode === "create" ? sealingFile(file, backupKey) : file;
    },
  };
}

function sealingFile(file: DiskFile, backupKey: Uint8Array): DiskFile {
  const plain: Uint8Array[] = [];
  let length = 0;
  const take = (bytes: Uint8Array): void => {
    plain.push(bytes);
    length += bytes.length;
  };
  return {
    ...file,
    async write(buffers, position) {
      if (position !== length) throw new RangeError(outOfOrder);
      buffers.forEach(take);
    },
    async allocate(bytes) {
      while (length < bytes) take(zeros.subarray(0, Math.min(zeros.length, bytes - length)));
    },
    async sync() {
      let at = 0;
      for await (const piece of sealPieces(inTurn(plain), backupKey)) {
        await file.write([piece], at);
        at += piece.length;
      }
      await file.sync();
    },
    size: async () => length,
  };
}

async function* inTurn(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
