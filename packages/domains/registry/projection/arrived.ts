import { partSubject } from "@mingbai/read-model/given-part";
import type { Awaited, ProjectionContext } from "@mingbai/read-model/projection";
import { sqlJson } from "@mingbai/read-model/sql-json";
import { foldPart } from "../content/file/fold-part.ts";
import { emptyFile } from "../content/file/subject-file.ts";
import { fillInSaid, isSaid } from "./cases/said.ts";
import { FileBook } from "./file-book.ts";
import { type NamedPart, openParts } from "./named-parts.ts";
import { saidBy } from "./part-row.ts";
import { touchedBy } from "./touched.ts";

/** Fills in texts that have come, and files whose parts have: each is folded again from its first part on, in the ledger's order. */
export async function fillIn(awaited: readonly Awaited[], context: ProjectionContext): Promise<void> {
  await fillInSaid(awaited.filter(isSaid), context);
  const subjects = [...new Set(awaited.filter((one) => !isSaid(one)).map(({ place }) => place))];
  const book = await FileBook.open(context, await touchedBy([], { context, erased: subjects }));
  for (const subject of subjects) await foldAgain(subject, book, context);
  await book.flush();
}

async function foldAgain(subject: string, book: FileBook, context: ProjectionContext): Promise<void> {
  const rows = await context.query(
    "select to_json(part) as part from (select seq, subject, household, version, base, commitment, giver from registry.part where subject = $1 order by version) part",
    [subject],
  );
  const parts = rows.map(({ part }) => part as NamedPart);
  const opened = await openParts(context.vault, parts);
  let file = emptyFile;
  for (const named of parts) {
    const part = opened.get(partSubject(named));
    if (part === undefined) continue;
    file = foldPart(file, { ...named, part });
    const { reason, device, made_ms, words, form, sets, basis } = saidBy(named.version, part);
    await context.query(
      "update registry.part set reason = $2, device = $3, made_ms = $4, words = $5, form = $6, sets = $7, basis = $8 where seq = $1",
      [named.seq, reason, device, made_ms, words, form, jsonOf(sets), jsonOf(basis)],
    );
  }
  book.subject(subject).file = file;
}

function jsonOf(value: object | null): string | null {
  return value === null ? null : sqlJson(value);
}
