import { createHash } from "node:crypto";
import { equalBytes } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import { openStream, SealedStreamDamaged, streamChunkBytes } from "@mingbai/crypto/sealing/sealed-stream";
import { tagBytes } from "@mingbai/crypto/sealing/suite";
import type { Disk, DiskFile } from "@mingbai/log/disk/disk";
import { partialSuffix, removeFile } from "@mingbai/log/disk/whole-file";
import type { FileRecord } from "../contents/file-record.ts";
import { fileContext } from "../contents/receive-file.ts";
import { pieceBytes } from "./limits.ts";

/** Why no file was made of what came: nothing more came, or it was wrong. */
export type FileFault = "UNANSWERED" | "WRONG";

/** Where files come to, and where they lie once they are whole: two folders of one disk. */
export interface FilePlaces {
  readonly disk: Disk;
  readonly filesFolder: string;
  readonly partialFolder: string;
}

/**
 * Fetches a file's ciphertext piece by piece below `partialFolder`, durably. It counts once all of it hashes to the digest in the
 * record and opens, by the record's key, to the plaintext that the file's identity names; else nothing of it is left.
 */
export async function fetchFile(
  places: FilePlaces,
  record: FileRecord,
  askPiece: (piece: number) => Promise<Uint8Array | undefined>,
): Promise<FileFault | undefined> {
  const { disk } = places;
  const partial = partialOf(places, record);
  const file = await disk.open(partial, "create");
  let fault: FileFault | undefined;
  try {
    fault = (await writePieces(file, record, askPiece)) ?? ((await opens(file, record)) ? undefined : "WRONG");
    if (fault === undefined) await file.sync();
  } finally {
    await file.close();
  }
  if (fault !== undefined) await removeFile(disk, partial);
  return fault;
}

/** Puts a file that was fetched into its place. */
export async function placeFile(places: FilePlaces, record: FileRecord): Promise<void> {
  const { disk, filesFolder } = places;
  await disk.rename({ from: partialOf(places, record), to: `${filesFolder}/${record.digestOfCiphertext}` });
  await disk.syncFolder(filesFolder);
}

function partialOf({ partialFolder }: FilePlaces, { digestOfCiphertext }: FileRecord): string {
  return `${partialFolder}/${digestOfCiphertext}${partialSuffix}`;
}

async function writePieces(
  file: DiskFile,
  record: FileRecord,
  askPiece: (piece: number) => Promise<Uint8Array | undefined>,
): Promise<FileFault | undefined> {
  const bytesMax = sealedBytesOf(record.bytes);
  const hash = createHash("sha256");
  for (let piece = 0; ; piece++) {
    const bytes = await askPiece(piece);
    if (bytes === undefined) return "UNANSWERED";
    const position = piece * pieceBytes;
    if (position + bytes.length > bytesMax) return "WRONG";
    hash.update(bytes);
    if (bytes.length > 0) await file.write([bytes], position);
    if (bytes.length < pieceBytes) break;
  }
  return hash.digest("hex") === record.digestOfCiphertext ? undefined : "WRONG";
}

/** Bytes of a sealed stream (`sealStream`): the suite, and a tag for each chunk, of which the last may be empty. */
function sealedBytesOf(bytes: number): number {
  const chunks = Math.floor(bytes / streamChunkBytes) + 1;
  return 1 + bytes + chunks * tagBytes;
}

async function opens(file: DiskFile, { dataKey, digest, bytes }: FileRecord): Promise<boolean> {
  const hash = createHash("sha256");
  let opened = 0;
  try {
    for await (const piece of openStream(piecesOf(file), { dataKey: fromHex(dataKey), context: fileContext })) {
      hash.update(piece);
      opened += piece.length;
    }
  } catch (error) {
    if (error instanceof SealedStreamDamaged) return false;
    throw error;
  }
  return opened === bytes && equalBytes(new Uint8Array(hash.digest()), fromHex(digest));
}

async function* piecesOf(file: DiskFile): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position += pieceBytes) {
    const bytes = await file.read({ position, length: pieceBytes });
    if (bytes.length > 0) yield bytes;
    if (bytes.length < pieceBytes) return;
  }
}
