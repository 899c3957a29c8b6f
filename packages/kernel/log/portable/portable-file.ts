import { createHash } from "node:crypto";
import { concat, equalBytes, viewOf } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { findU64, u32, u64 } from "@mingbai/codec/u64";
import type { Disk } from "../disk/disk.ts";
import { partialSuffix } from "../disk/whole-file.ts";

/** A stream in the pieces in which others fetch it. */
export interface PortableFile {
  /** SHA-256 of each piece, one after another. */
  readonly digests: Uint8Array;
  readonly bytes: number;
  readonly pieceBytes: number;
}

const digestBytes = 32;
/** Behind the stream: digests | u64 bytes of the stream | u32 bytes of a piece | u32 count | SHA-256 of all before it here. */
const tailBytes = 16;
const writeBytes = 1024 * 1024;

/** Writes a stream whole and durably, or nothing. Rejects with a `DiskError`, after which nothing is left of it. */
export async function writePortable(
  { disk, path, pieceBytes }: { readonly disk: Disk; readonly path: string; readonly pieceBytes: number },
  stream: AsyncIterable<Uint8Array>,
): Promise<PortableFile> {
  const file = await disk.open(path + partialSuffix, "create");
  try {
    const pieces = new PieceDigests(pieceBytes);
    for await (const bytes of stream) {
      for (let at = 0; at < bytes.length; at += writeBytes) {
        const part = bytes.subarray(at, at + writeBytes);
        await file.write([part], pieces.bytes);
        pieces.add(part);
      }
    }
    const described = pieces.end();
    await file.write([endOf(described)], described.bytes);
    await file.sync();
    await file.close();
    await disk.rename({ from: path + partialSuffix, to: path });
    return described;
  } catch (error) {
    await file.close();
    await disk.remove(path + partialSuffix);
    throw error;
  }
}

/** What a file that was written says of itself, or undefined where its end is not what was written. */
export async function findPortable(disk: Disk, path: string): Promise<PortableFile | undefined> {
  const file = await disk.open(path, "read");
  try {
    const size = await file.size();
    const fixed = await file.read({ position: Math.max(0, size - digestBytes - tailBytes), length: tailBytes });
    if (fixed.length < tailBytes) return undefined;
    const view = viewOf(fixed);
    const [bytes, pieceBytes, count] = [findU64(fixed, 0), view.getUint32(8, true), view.getUint32(12, true)];
    if (bytes === undefined || size !== bytes + count * digestBytes + tailBytes + digestBytes) return undefined;
    const end = await file.read({ position: bytes, length: size - bytes });
    const digests = end.slice(0, count * digestBytes);
    const found = { digests, bytes, pieceBytes };
    return equalBytes(end, endOf(found)) ? found : undefined;
  } finally {
    await file.close();
  }
}

/** One piece, checked; undefined where it is not what was written, or there is none. */
export async function readPiece(
  disk: Disk,
  { path, digests, bytes, pieceBytes }: PortableFile & { readonly path: string },
  index: number,
): Promise<Uint8Array | undefined> {
  const position = index * pieceBytes;
  if (index < 0 || position >= bytes) return undefined;
  const file = await disk.open(path, "read");
  try {
    const piece = await file.read({ position, length: Math.min(pieceBytes, bytes - position) });
    const digest = digests.subarray(index * digestBytes, (index + 1) * digestBytes);
    return equalBytes(sha256(piece), digest) ? piece : undefined;
  } finally {
    await file.close();
  }
}

function endOf({ digests, bytes, pieceBytes }: PortableFile): Uint8Array {
  const end = concat(digests, u64(bytes), u32(pieceBytes), u32(digests.length / digestBytes));
  return concat(end, sha256(end));
}

/** Digests of pieces of equal length, the last one shorter. */
class PieceDigests {
  readonly #pieceBytes: number;
  readonly #digests: Uint8Array[] = [];
  #digest = createHash("sha256");
  #bytes = 0;

  constructor(pieceBytes: number) {
    this.#pieceBytes = pieceBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + this.#pieceBytes - (this.#bytes % this.#pieceBytes));
      this.#digest.update(part);
      at += part.length;
      this.#bytes += part.length;
      if (this.#bytes % this.#pieceBytes === 0) this.#next();
    }
  }

  end(): PortableFile {
    if (this.#bytes % this.#pieceBytes !== 0) this.#next();
    return { digests: concat(...this.#digests), bytes: this.#bytes, pieceBytes: this.#pieceBytes };
  }

  #next(): void {
    this.#digests.push(this.#digest.digest());
    this.#digest = createHash("sha256");
  }
}
