import type { Awaited, ProjectionContext } from "@mingbai/read-model/projection";
import type { VersionPlace, WordsPlace } from "./awaited.ts";
import { findApplication, findWords } from "./contents.ts";
import { MatterBook } from "./matter-book.ts";
import { writeSearched } from "./searched.ts";

/** Fills in versions and steps whose contents have come. */
export async function fillIn(awaited: readonly Awaited[], context: ProjectionContext): Promise<void> {
  const places = awaited.map(({ place }) => JSON.parse(place) as VersionPlace | WordsPlace);
  const versions = places.filter((place) => "version" in place);
  const book = await MatterBook.open(context, [...new Set(versions.map(({ matter }) => matter))]);
  for (const place of places) {
    if ("version" in place) await fillVersion(place, book, context);
    else await fillWords(place, context);
  }
  await book.flush();
}

async function fillVersion(
  { commitment, giver, matter, seq, version }: VersionPlace,
  book: MatterBook,
  { vault, query }: ProjectionContext,
): Promise<void> {
  const content = await findApplication(vault, { commitment, giver });
  if (content === undefined) return;
  const values = [seq, version, JSON.stringify(content)];
  await query("update workflow.version set content = $3 where seq = $1 and version = $2", values);
  for (const { file } of content.files) book.add("file", { file, seq, entered_by: giver });
  const record = book.get(matter);
  // A later version says by what the matter is found now.
  if (record.version === version) writeSearched(book, { record, content });
}

async function fillWords({ commitment, giver, at }: WordsPlace, { vault, query }: ProjectionContext): Promise<void> {
  const words = await findWords(vault, { commitment, giver });
  if (words === undefined) return;
  await query("update workflow.step set words = $2 where at = $1", [at, JSON.stringify(words)]);
}
