import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Number64 } from "@mingbai/codec/number64";
import type { FastifyRequest } from "fastify";
import type {
  Draft,
  DraftSaved,
  DraftSummary,
  FileKept,
  FileReading,
  ReadingPurpose,
  SaltedBytes,
} from "../contents-views.ts";
import type { Reader } from "../query-route.ts";
import type { SubjectPart } from "../subject-parts-views.ts";
import type { ContentRefusal } from "./content-refusal.ts";

/** Somebody who is signed in. */
export interface Writer extends Reader {
  readonly account: Number64;
}

/**
 * Whose session the request rides on. Where the request changes something, its origin and its mark against forgery
 * have been checked. Throws the session's own problems.
 */
export type FindWriter = (request: FastifyRequest) => Writer;

/** Keeps sealed contents. They are never given out by themselves: queries show them by their own row scopes. */
export interface ContentKeeper {
  /** Resolves when the content is durable; the same one again changes nothing. Gives its commitment in hexadecimal. */
  keep(parts: {
    account: Number64;
    salt: Uint8Array;
    content: CanonicalObject;
  }): Promise<{ commitment: string } | ContentRefusal>;
  /** The same of several at once, spelt canonically by who sends them. Resolves when all are durable. */
  keepAll(
    writer: Writer,
    contents: readonly SaltedBytes[],
  ): Promise<{ commitments: readonly string[] } | ContentRefusal>;
}

/** Keeps sealed texts about subjects, each subject's under a key of its own. Queries show them by their own row scopes. */
export interface SubjectKeeper {
  /** Resolves when all are durable, with their commitments; the same again changes nothing. One refusal refuses all. */
  keep(writer: Writer, parts: readonly SubjectPart[]): Promise<{ commitments: readonly string[] } | ContentRefusal>;
}

export interface DraftPlace {
  readonly account: Number64;
  readonly id: string;
}

/** Keeps each account's drafts, for that account alone. What was answered is durable. */
export interface DraftKeeper {
  /** `version` is the one that the page last saw, 0 for none. Refused as DRAFT_CHANGED with both where another is kept. */
  save(
    place: DraftPlace,
    draft: { version: number; label?: string | undefined; content: CanonicalObject },
  ): Promise<DraftSaved | ContentRefusal>;
  load(place: DraftPlace): Promise<Draft | ContentRefusal>;
  /** The newest first. */
  list(account: Number64): Promise<DraftSummary[]>;
  /** Afterwards the disk has no such file; absent before is no error. */
  delete(place: DraftPlace): Promise<void>;
}

/** A file on its way in. `bytes`: how many the sender says there are. */
export interface Upload {
  readonly account: Number64;
  readonly salt: Uint8Array;
  readonly name: string;
  readonly bytes: number;
  readonly source: AsyncIterable<Uint8Array>;
}

/** What decides who may read a file: its identity in hexadecimal, and who sent it. */
export interface FileFacts {
  readonly file: string;
  readonly uploader: Number64;
}

/** Keeps files sealed, and a record of each reading. */
export interface FileKeeper {
  /** Judges and seals the stream; resolves when file and key are durable. The same file again changes nothing. */
  keep(upload: Upload): Promise<FileKept | ContentRefusal>;
  find(file: string): Promise<FileFacts | undefined>;
  /** Opens a file that there is; the reading is durable before it. The content must be read to its end or returned. */
  open(reading: {
    file: string;
    account: Number64;
    purpose: ReadingPurpose;
  }): Promise<{ kept: FileKept; content: AsyncIterable<Uint8Array> } | ContentRefusal>;
  /** The newest first, at most `readingsShownMax`. */
  readsOf(file: string): Promise<readonly FileReading[]>;
}

/** Who may read a file. Asked at each reading, before anything of the file is opened. */
export type MayRead = (reader: Writer, file: FileFacts) => Promise<boolean>;

/** Where nothing wider is said: who sent it. */
export const uploaderMayRead: MayRead = async ({ account }, { uploader }) => account === uploader;

export interface ContentsParts {
  readonly findWriter: FindWriter;
  readonly contents: ContentKeeper;
  readonly drafts: DraftKeeper;
  readonly files: FileKeeper;
  readonly subjects: SubjectKeeper;
  readonly mayRead: MayRead;
}
