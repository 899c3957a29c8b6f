import type { FileHandle } from "node:fs/promises";
import type { DiskFile } from "./disk.ts";
import { orDiskError } from "./or-disk-error.ts";

const zeroBytes = 1024 * 1024;
// Zeros that pile up in memory would hold up the next sync of any other file on the disk.
const zerosUnsyncedBytesMax = 2 * zeroBytes;
let zeros: Uint8Array | undefined;

/** An open file of the machine's disk. */
export function nodeFile(path: string, handle: FileHandle): DiskFile {
  return {
    path,
    write: (buffers, position) => orDiskError("write", path, () => writeAll(handle, buffers, position)),
    read: ({ position, length }) => orDiskError("read", path, () => readAll(handle, position, length)),
    sync: () => orDiskError("sync", path, () => handle.datasync()),
    truncate: (bytes) => orDiskError("truncate", path, () => handle.truncate(bytes)),
    allocate: (bytes) => orDiskError("allocate", path, () => allocate(handle, bytes)),
    size: () => orDiskError("size", path, async () => (await handle.stat()).size),
    close: () => orDiskError("close", path, () => handle.close()),
  };
}

async function writeAll(handle: FileHandle, buffers: readonly Uint8Array[], position: number): Promise<void> {
  let rest = [...buffers];
  let at = position;
  while (rest.length > 0) {
    const { bytesWritten } = await handle.writev(rest, at);
    at += bytesWritten;
    rest = afterBytes(rest, bytesWritten);
  }
}

/** The buffers that remain when the first `count` bytes of them are done: a gathering write may stop early. */
function afterBytes(buffers: readonly Uint8Array[], count: number): Uint8Array[] {
  let done = count;
  for (const [index, buffer] of buffers.entries()) {
    if (done < buffer.length) return [buffer.subarray(done), ...buffers.slice(index + 1)];
    done -= buffer.length;
  }
  return [];
}

async function readAll(handle: FileHandle, position: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(Buffer.allocUnsafeSlow(length).buffer);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, position + filled);
    if (bytesRead === 0) return bytes.subarray(0, filled);
    filled += bytesRead;
  }
  return bytes;
}

async function allocate(handle: FileHandle, bytes: number): Promise<void> {
  zeros ??= new Uint8Array(zeroBytes);
  let at = (await handle.stat()).size;
  let unsynced = 0;
  while (at < bytes) {
    const { bytesWritten } = await handle.write(zeros, 0, Math.min(zeroBytes, bytes - at), at);
    at += bytesWritten;
    unsynced += bytesWritten;
    if (unsynced < zerosUnsyncedBytesMax) continue;
    await handle.datasync();
    unsynced = 0;
  }
}
