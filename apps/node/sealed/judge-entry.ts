import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { findCanonical } from "@mingbai/codec/canonical-json";
import { commitmentOf, fileIdOf } from "@mingbai/codec/commitment";
import { fromHex, toHex } from "@mingbai/codec/hex";
import { KeyContent, PersonContent } from "@mingbai/identity/vault-content";
import { findGivenContent } from "@mingbai/read-model/given-content";
import { findGivenPart } from "@mingbai/read-model/given-part";
import { FundContent } from "@mingbai/treasury/vault-content";
import { z } from "zod";
import { FileRecord, fileSubject, isFileSubject } from "../contents/file-record.ts";
import { findFileRef, findGiver, type NamingEntry, namedSubjects } from "./named-subjects.ts";

const Kept = z.strictObject({ salt: z.string().regex(/^[0-9a-f]{64}$/), content: z.record(z.string(), z.unknown()) });

/** What browsers show as pictures wherever a file of a household is shown. */
const photoTypes: readonly string[] = ["image/jpeg", "image/png"];

/** What an entry of another node is compared with. */
export interface Expected {
  readonly subject: string;
  /** The content or part that names the file: only for a file. */
  readonly namedBy?: NamingEntry;
}

/**
 * The content of an entry that came from another node, or undefined where it is not what the ledger, or the content that
 * names it, says it is. A name or a device has nothing on the ledger to compare with: there the shape alone is judged.
 */
export function findJudged(plaintext: Uint8Array, expected: Expected): CanonicalObject | undefined {
  const entry = findObject(plaintext);
  if (entry === undefined) return undefined;
  const { subject } = expected;
  const given = findGivenContent(subject) ?? findGivenPart(subject);
  if (given !== undefined) return isCommitted(entry, given.commitment) ? entry : undefined;
  if (isFileSubject(subject)) return isNamedFile(entry, expected) ? entry : undefined;
  return names.some((shape) => shape.safeParse(entry).success) ? entry : undefined;
}

const names = [PersonContent, KeyContent, FundContent];

function isCommitted(entry: CanonicalObject, commitment: string): boolean {
  const kept = Kept.safeParse(entry);
  if (!kept.success) return false;
  const content = kept.data.content as CanonicalObject;
  return toHex(commitmentOf({ salt: fromHex(kept.data.salt), content })) === commitment;
}

/** The file that was named, sent by who gave what names it, and nothing made of it since. */
function isNamedFile(entry: CanonicalObject, { subject, namedBy }: Expected): boolean {
  const read = FileRecord.safeParse(entry);
  if (!read.success || namedBy === undefined || read.data.uploader !== findGiver(namedBy.subject)) return false;
  const { salt, digest, file } = read.data;
  const isSame = fileSubject(toHex(fileIdOf({ salt: fromHex(salt), digest: fromHex(digest) }))) === subject;
  return isSame && fileSubject(file) === subject && isAsSaid(read.data, { subject, namedBy });
}

/** An application says what its files are: a page shows what is not marked untrusted. Of photos a part says the identity alone. */
function isAsSaid(record: FileRecord, { subject, namedBy }: { subject: string; namedBy: NamingEntry }): boolean {
  if (findGivenPart(namedBy.subject) !== undefined)
    return photoTypes.includes(record.type) && namedSubjects(namedBy).includes(subject);
  const said = findFileRef(namedBy, subject);
  const { type, untrusted, bytes, name } = record;
  return type === said?.type && untrusted === said.untrusted && bytes === said.bytes && name === said.name;
}

function findObject(bytes: Uint8Array): CanonicalObject | undefined {
  const value = findCanonical(bytes);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as CanonicalObject) : undefined;
}
