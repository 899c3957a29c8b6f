/**
 * Shapes of what a person's session keeps on a node besides the ledger: contents, drafts, files. Browser-safe.
 * Hashes, salts and identities are lower-case hex, times ms since 1970-01-01T00:00:00Z, sizes bytes.
 */
import { concat, viewOf } from "@mingbai/codec/bytes";
import { commitmentSaltBytes } from "@mingbai/codec/commitment";
import { z } from "zod";

/** The most that one request of bytes may carry: 64 commands, six batches of 8,192 lines, or the texts of two. */
export const requestBytesMax = 4 * 1024 * 1024;
/** Canonical bytes of one content, and of one draft. */
export const contentBytesMax = 128 * 1024;
/** Canonical bytes of one content of several that come in one request: parts of a list of people to be paid. */
export const listContentBytesMax = 2 * 1024 * 1024;
/** Contents in one request; together they have at most `requestBytesMax`. */
export const contentsPerRequestMax = 64;
export const draftsPerAccountMax = 100;
export const draftLabelCharactersMax = 120;
export const fileBytesMax = 20 * 1024 * 1024;
/** UTF-8 bytes of a file's name as it was sent. */
export const fileNameBytesMax = 255;
export const readingsShownMax = 1_000;

/** Headers of an upload: its name in percent-encoded UTF-8, and the salt of its identity in hexadecimal. */
export const fileNameHeader = "x-file-name";
export const fileSaltHeader = "x-file-salt";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const TimeMs = z.int().nonnegative();
const JsonObject = z.record(z.string(), z.unknown());
const Account = z.string().regex(/^[0-9a-f]{16}$/);

/** A content with the salt of its commitment. `content` must have a canonical form (docs/spec/canonical-json.md). */
export const SaltedContent = z.strictObject({ salt: Hash, content: JsonObject });
/** In the order in which the contents came. */
export const ContentsKept = z.object({ commitments: z.array(Hash) }).meta({ id: "ContentsKept" });
export const ContentKept = z.object({ commitment: Hash }).meta({ id: "ContentKept" });

/** Chosen by the page at random, or the number of what the draft is about. Never a name: it stands in a file's name. */
export const DraftId = z.string().regex(/^[0-9a-f]{16,64}$/);
/** `version`: the one the page last saw, 0 where it begins a draft. */
export const DraftToSave = z.strictObject({
  version: z.int().nonnegative(),
  label: z.string().max(draftLabelCharactersMax).optional(),
  content: JsonObject,
});
export type DraftToSave = z.infer<typeof DraftToSave>;
export const DraftSaved = z.object({ version: z.int(), savedMs: TimeMs }).meta({ id: "DraftSaved" });
export type DraftSaved = z.infer<typeof DraftSaved>;
/** `isDamaged`: the disk holds something else than was written; it can only be deleted or written anew. */
export const DraftSummary = z
  .object({
    id: DraftId,
    version: z.int(),
    savedMs: TimeMs,
    label: z.string().optional(),
    isDamaged: z.literal(true).optional(),
  })
  .meta({ id: "DraftSummary" });
export type DraftSummary = z.infer<typeof DraftSummary>;
export const Draft = z
  .object({ id: DraftId, version: z.int(), savedMs: TimeMs, label: z.string().optional(), content: JsonObject })
  .meta({ id: "Draft" });
export type Draft = z.infer<typeof Draft>;

export const FileId = Hash;
/** A file as it is kept. `untrusted`: it may do more than show itself, so it is only ever handed over, never shown. */
export const FileKept = z
  .object({
    file: FileId,
    digestOfCiphertext: Hash,
    bytes: z.int().positive().max(fileBytesMax),
    type: z.string(),
    name: z.string(),
    untrusted: z.boolean(),
  })
  .meta({ id: "FileKept" });
export type FileKept = z.infer<typeof FileKept>;

/** Why somebody looks. */
export const readingPurposes = ["own", "handling", "supervision", "audit"] as const;
export const ReadingPurpose = z.enum(readingPurposes);
export type ReadingPurpose = z.infer<typeof ReadingPurpose>;

/** One reading of a file, recorded before it was opened. */
export const FileReading = z
  .object({ account: Account, file: FileId, timeMs: TimeMs, purpose: ReadingPurpose })
  .meta({ id: "FileReading" });
export type FileReading = z.infer<typeof FileReading>;

/** A content as it is hashed and sealed: its canonical JSON, and the salt of its commitment. */
export interface SaltedBytes {
  readonly salt: Uint8Array;
  readonly bytes: Uint8Array;
}

export const contentsMediaType = "application/vnd.mingbai.contents";

const lengthBytes = 4;

/** The body of `POST /api/contents/list`: each content as 32 B salt | u32 length, little-endian | canonical JSON. */
export function encodeSaltedBytes(contents: readonly SaltedBytes[]): Uint8Array<ArrayBuffer> {
  const parts = contents.flatMap(({ salt, bytes }) => {
    if (salt.length !== commitmentSaltBytes) throw new RangeError(`a salt is ${commitmentSaltBytes} bytes`);
    const length = new Uint8Array(lengthBytes);
    viewOf(length).setUint32(0, bytes.length, true);
    return [salt, length, bytes];
  });
  return concat(...parts);
}

/** The contents of such a body, 1 to `contentsPerRequestMax`; views, no copies. Undefined where it is no such body. */
export function findSaltedBytes(body: Uint8Array): SaltedBytes[] | undefined {
  const contents: SaltedBytes[] = [];
  const view = viewOf(body);
  for (let at = 0; at < body.length; ) {
    const start = at + commitmentSaltBytes + lengthBytes;
    if (start > body.length || contents.length === contentsPerRequestMax) return undefined;
    const end = start + view.getUint32(at + commitmentSaltBytes, true);
    if (end > body.length) return undefined;
    contents.push({ salt: body.subarray(at, at + commitmentSaltBytes), bytes: body.subarray(start, end) });
    at = end;
  }
  return contents.length === 0 ? undefined : contents;
}
