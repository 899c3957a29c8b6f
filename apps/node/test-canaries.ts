import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { encode } from "iconv-lite";

/** Segments are filled with zeros beforehand; pieces of nothing else are not searched. */
const pieceBytes = 4_096;

/**
 * The ways in which a text could stand in a file: as it is, in GB 18030, in hexadecimal, in base64 at any alignment, and as
 * a hash without salt, which for an identity number is as good as in clear.
 */
export function spellings(text: string): Buffer[] {
  const bytes = Buffer.from(text);
  const gb18030 = encode(text, "gb18030");
  const digests = [bytes, gb18030].flatMap((one) =>
    ["sha256", "md5"].map((kind) => createHash(kind).update(one).digest()),
  );
  return [...spelt(text, bytes), gb18030, ...digests.flatMap((one) => [one, Buffer.from(one.toString("hex"))])];
}

/** Hashes without salt, as they could stand somewhere: raw, in hexadecimal, in base64. */
export function digestSpellings(text: string): Buffer[] {
  return [Buffer.from(text), encode(text, "gb18030")].flatMap((bytes) =>
    ["sha256", "sha1", "md5", "sm3"].flatMap((kind) => {
      const digest = createHash(kind).update(bytes).digest();
      const texts = (["hex", "base64", "base64url"] as const).map((encoding) => Buffer.from(digest.toString(encoding)));
      return [digest, ...texts];
    }),
  );
}

function spelt(text: string, bytes: Buffer): Buffer[] {
  const hex = bytes.toString("hex");
  const shifted = [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
    // The first and last digits mix with what stands beside; only those between belong to the text alone.
    const from = Math.ceil((shift * 8) / 6);
    const below = Math.floor((padded.length * 8) / 6);
    return (["base64", "base64url"] as const).map((kind) => padded.toString(kind).slice(from, below));
  });
  return [
    bytes,
    ...[hex, hex.toUpperCase(), JSON.stringify(text).slice(1, -1), ...shifted].map((one) => Buffer.from(one)),
  ];
}

/** The files below a folder, by their paths, without the zeros that nobody wrote. */
export async function filesBelow(root: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) files.set(relative(root, path), withoutZeros(await readFile(path)));
  }
  return files;
}

/** The paths of the files in which the text stands in any spelling, and of those that are named by it. */
export function filesWith(files: ReadonlyMap<string, Buffer>, text: string): string[] {
  const wanted = spellings(text);
  return [...files]
    .filter(([path, content]) => wanted.some((one) => content.includes(one) || path.includes(one.toString())))
    .map(([path]) => path);
}

function withoutZeros(content: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < content.length; at += pieceBytes) {
    const piece = content.subarray(at, at + pieceBytes);
    if (piece.some((byte) => byte !== 0)) kept.push(piece);
  }
  return Buffer.concat(kept);
}
