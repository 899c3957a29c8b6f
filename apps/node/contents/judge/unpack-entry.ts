import { crc32, createInflateRaw } from "node:zlib";
import { bufferOf } from "./find-bytes.ts";
import { isInflateError } from "./inflate-error.ts";
import { Fault } from "./judgement.ts";
import type { ZipEntry } from "./zip-directory.ts";

/** How much of an entry is kept while it is unpacked; the rest is counted and let go. */
export const keptBytesMax = 1024 * 1024;

/**
 * Unpacks an entry piece by piece and gives its beginning. Throws FILE_BOMB as soon as there is more than the directory
 * said, FILE_DAMAGED where there is less, another check sum, or something behind.
 */
export async function unpackEntry(entry: ZipEntry): Promise<Buffer> {
  const kept: Buffer[] = [];
  let bytes = 0;
  let crc = 0;
  for await (const piece of piecesOf(entry)) {
    if (bytes < keptBytesMax) kept.push(piece.subarray(0, keptBytesMax - bytes));
    bytes += piece.length;
    crc = crc32(piece, crc);
    if (bytes > entry.unpackedBytes) throw new Fault("FILE_BOMB");
  }
  if (bytes !== entry.unpackedBytes || crc !== entry.crc) throw new Fault("FILE_DAMAGED");
  return Buffer.concat(kept);
}

async function* piecesOf({ isDeflated, data }: ZipEntry): AsyncGenerator<Buffer> {
  if (!isDeflated) {
    yield bufferOf(data);
    return;
  }
  const inflate = createInflateRaw();
  inflate.end(bufferOf(data));
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    if (isInflateError(error)) throw new Fault("FILE_DAMAGED");
    throw error;
  } finally {
    inflate.destroy();
  }
  if (inflate.bytesWritten !== data.length) throw new Fault("FILE_DAMAGED");
}
