import { fileIdOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import {
  FileKept,
  FileReading,
  fileNameHeader,
  fileSaltHeader,
  type ReadingPurpose,
} from "@mingbai/http/contents-views";
import { z } from "zod";
import type { Client } from "./client.ts";
import { newSalt, otherCommitment } from "./contents.ts";
import { problemIn } from "./problem-error.ts";
import { type OnProgress, sendWithProgress } from "./send-with-progress.ts";

export type { FileKept, FileReading, ReadingPurpose } from "@mingbai/http/contents-views";
export type { OnProgress } from "./send-with-progress.ts";

/** A file with its name: a browser's `File`, or bytes from anywhere. */
export type GivenFile = File | { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** A kept file with the salt of its identity, to stand together in the content that names it. */
export type UploadedFile = FileKept & { readonly salt: string };

/**
 * Has the node keep a file (at most `fileBytesMax`). Its identity is computed here; an answer with another one is the
 * ProblemError COMMITMENT_OTHER. Refusals are ProblemErrors FILE_…, SHARE_USED, FILES_BUSY, NO_SPACE.
 */
export async function uploadFile(
  client: Client,
  file: GivenFile,
  { onProgress, salt = newSalt() }: { onProgress?: OnProgress; salt?: Uint8Array } = {},
): Promise<UploadedFile> {
  const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : file.bytes;
  const headers = {
    "content-type": "application/octet-stream",
    [fileNameHeader]: encodeURIComponent(file.name.toWellFormed()),
    [fileSaltHeader]: toHex(salt),
  };
  const response = await sendWithProgress(client, { path: "/api/files", headers, bytes }, onProgress);
  if (!response.ok) throw await problemIn(response);
  const kept = FileKept.parse(await response.json());
  if (kept.file !== (await identityOf(bytes, salt)) || kept.bytes !== bytes.length) throw otherCommitment();
  return { ...kept, salt: toHex(salt) };
}

/**
 * A file's bytes; the node records who read it, and why, before it opens it. Given the salt, they are checked against
 * the identity. Throws ProblemError FILE_NONE, COMMITMENT_OTHER.
 */
export async function fetchFile(
  client: Client,
  { file, salt, purpose = "handling" }: { file: string; salt?: string | undefined; purpose?: ReadingPurpose },
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await client.send(`${fileAddress(file)}?purpose=${purpose}`);
  if (!response.ok) throw await problemIn(response);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (salt !== undefined && (await identityOf(bytes, fromHex(salt))) !== file) throw otherCommitment();
  return bytes;
}

/** Who looked at a file, the newest first. Throws ProblemError FILE_NONE. */
export async function fileReadings(client: Client, file: string): Promise<readonly FileReading[]> {
  const response = await client.send(`${fileAddress(file)}/readings`);
  if (!response.ok) throw await problemIn(response);
  return z.array(FileReading).parse(await response.json());
}

function fileAddress(file: string): string {
  return `/api/files/${encodeURIComponent(file)}`;
}

async function identityOf(bytes: Uint8Array<ArrayBuffer>, salt: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return toHex(fileIdOf({ salt, digest }));
}
