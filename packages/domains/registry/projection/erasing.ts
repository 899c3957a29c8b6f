import type { ProjectionContext } from "@mingbai/read-model/projection";
import { emptyFile } from "../content/file/subject-file.ts";
import { erasureDecided } from "../events/erasure.ts";
import { dataOf, type Fact } from "./fact.ts";
import type { FileBook } from "./file-book.ts";

/** The subjects of an erasure that was approved; none where it was declined. */
export async function subjectsErasedBy({ type, data }: Fact, { query }: ProjectionContext): Promise<readonly string[]> {
  if (type !== "registry.erasureDecided" || data.approve !== true) return [];
  const rows = await query("select subjects from registry.erasure where erasure = $1", [data.erasure]);
  return rows[0]?.subjects as readonly string[];
}

/** Nothing that the subjects' files said is left in the tables. */
export async function eraseRows(
  { data, timeMs, id }: Fact,
  {
    book,
    context: { query, forgets },
    subjects,
  }: { book: FileBook; context: ProjectionContext; subjects: readonly string[] },
): Promise<void> {
  const { erasure, approve, owed, by } = dataOf({ data }, erasureDecided);
  const decided =
    "update registry.erasure set approved = $2, owed = $3, decided_by = $4, decided_ms = $5, decided_id = $6 where erasure = $1";
  await query(decided, [erasure, approve, owed, by, timeMs, id]);
  if (subjects.length === 0) return;
  for (const subject of subjects) book.subject(subject).file = emptyFile;
  await query("insert into registry.erased select unnest($1::text[]), $2", [subjects, erasure]);
  await query(
    "update registry.part set sets = null, words = null, device = null, reason = null, made_ms = null, form = null, basis = null where subject = any($1)",
    [subjects],
  );
  await query("update registry.said set said = null where subject = any($1)", [subjects]);
  await forgets(["registry.household", "registry.person", "registry.part", "registry.said"]);
}
