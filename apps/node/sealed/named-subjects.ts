import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import type { Number64 } from "@mingbai/codec/number64";
import { contentSubject, findGivenContent } from "@mingbai/read-model/given-content";
import { findGivenPart } from "@mingbai/read-model/given-part";
import { photosOf } from "@mingbai/registry/content/file/photos-of";
import { ListBatch, ListContent } from "@mingbai/treasury/content";
import { ApplicationContent, type FileRef } from "@mingbai/workflow/content";
import { fileSubject } from "../contents/file-record.ts";

/** A content of the vault, or a part about a subject, with the name under which it lies. */
export interface NamingEntry {
  readonly subject: string;
  readonly entry: CanonicalObject;
}

/** The account that gave a content or a part; undefined for the name of something else. */
export function findGiver(subject: string): Number64 | undefined {
  return (findGivenContent(subject) ?? findGivenPart(subject))?.giver;
}

/**
 * Which entries a content names in its turn: the files of an application, the photos of a part, the batches of a list, their
 * parts. What a list is made of was given by who gave the list.
 */
export function namedSubjects({ subject, entry }: NamingEntry): readonly string[] {
  if (findGivenPart(subject) !== undefined) return [...new Set(photosOf(entry.content).put.map(fileSubject))];
  const giver = findGiver(subject);
  if (giver === undefined) return [];
  const files = filesOf(entry);
  if (files.length > 0) return [...new Set(files.map(({ file }) => fileSubject(file)))];
  const commitments = commitmentsOf(entry);
  return [...new Set(commitments.map((commitment) => contentSubject({ commitment, giver })))];
}

/** What an application says of a file, as its sender signed it. */
export function findFileRef({ entry }: NamingEntry, subject: string): FileRef | undefined {
  return filesOf(entry).find(({ file }) => fileSubject(file) === subject);
}

function commitmentsOf({ content }: CanonicalObject): readonly string[] {
  const list = ListContent.safeParse(content);
  if (list.success) return list.data.batches.map(({ texts }) => texts);
  const batch = ListBatch.safeParse(content);
  return batch.success ? batch.data.parts : [];
}

function filesOf({ content }: CanonicalObject): readonly FileRef[] {
  const application = ApplicationContent.safeParse(content);
  return application.success ? application.data.files : [];
}
