import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { FileKept } from "@mingbai/http/contents-views";
import { z } from "zod";

const subjectBeginning = "file/";
const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the vault keeps about a file: its key and salt, what it is, and who sent it when. */
export const FileRecord = z.strictObject({
  ...FileKept.shape,
  dataKey: Hash,
  salt: Hash,
  digest: Hash,
  uploader: z.string().regex(/^[0-9a-f]{16}$/),
  timeMs: z.int().nonnegative(),
});
export type FileRecord = z.infer<typeof FileRecord>;

/** Under which subject the vault keeps a file's record. */
export function fileSubject(file: string): string {
  return subjectBeginning + file;
}

export function isFileSubject(subject: string): boolean {
  return subject.startsWith(subjectBeginning);
}

/** The record in a vault entry; throws where the vault holds something else. */
export function readFileRecord(content: CanonicalObject): FileRecord {
  return FileRecord.parse(content);
}

/** What a sender and a reader are told. */
export function keptOf({ file, digestOfCiphertext, bytes, type, name, untrusted }: FileRecord): FileKept {
  return { file, digestOfCiphertext, bytes, type, name, untrusted };
}
