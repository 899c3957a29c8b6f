import type { CanonicalObject } from "@mingbai/codec/canonical-json";
import { ListBatch, ListContent } from "@mingbai/treasury/content";
import { ApplicationContent, contentSubject, type FileRef } from "@mingbai/workflow/content";
import { fileSubject } from "../contents/file-record.ts";

/** Which entries the content of an entry names in its turn: the files of an application, the batches of a list, their parts. */
export function namedSubjects(entry: CanonicalObject): readonly string[] {
  const files = filesOf(entry);
  if (files.length > 0) return [...new Set(files.map(({ file }) => fileSubject(file)))];
  const list = ListContent.safeParse(entry.content);
  if (list.success) return [...new Set(list.data.batches.map(({ texts }) => contentSubject(texts)))];
  const batch = ListBatch.safeParse(entry.content);
  return batch.success ? [...new Set(batch.data.parts.map(contentSubject))] : [];
}

/** What an application says of a file, as its sender signed it. */
export function findFileRef(entry: CanonicalObject, subject: string): FileRef | undefined {
  return filesOf(entry).find(({ file }) => fileSubject(file) === subject);
}

function filesOf({ content }: CanonicalObject): readonly FileRef[] {
  const application = ApplicationContent.safeParse(content);
  return application.success ? application.data.files : [];
}
