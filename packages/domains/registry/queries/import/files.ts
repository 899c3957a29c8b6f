import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import type { FieldChange } from "../../content/file/part.ts";
import type { SubjectFile } from "../../content/file/subject-file.ts";
import { filesView } from "../../views/import.ts";
import { getAllOpened } from "../opened-file.ts";
import { onlySeen, seenValues } from "../seen-values.ts";
import { writerReaders } from "./writer-readers.ts";

type View = typeof filesView;

interface Found {
  readonly household: string;
  readonly version: number;
  readonly file: SubjectFile;
}
interface FoundPerson extends Found {
  readonly person: string;
}
interface FoundChange {
  readonly household: string;
  readonly subject: string;
  readonly sets: { readonly [field: string]: FieldChange };
}

/** Each household is shown as a single one would be. PERF: some statements for a hundred files, as lists are exported by them. */
export const files = defineQuery<unknown, View["params"], View["result"]>(filesView, {
  title: { en: "Files that were opened together", zh: "一次打开的几户档案" },
  allow: writerReaders,
  async answer(context, { households, import: from }) {
    const { nowMs, readAt } = await readNow(context);
    const opened = await getAllOpened(context, { households, nowMs });
    const { homes, people, changes } = await findFiles(context, households, from);
    const peopleOf = Map.groupBy(people, ({ household }) => household);
    const changesOf = Map.groupBy(changes, ({ household }) => household);
    const rows = homes.map(({ household, version, file }) => {
      const fields = opened.get(household)?.fields ?? new Set<string>();
      return {
        household,
        version,
        values: seenValues(file, fields),
        people: (peopleOf.get(household) ?? []).map((one) => ({
          person: one.person,
          version: one.version,
          values: seenValues(one.file, fields),
        })),
        changes: (changesOf.get(household) ?? []).map(({ subject, sets }) => ({
          subject,
          sets: onlySeen(sets, fields),
        })),
      };
    });
    return { rows, readAt };
  },
});

async function findFiles(
  { sql: database }: QueryContext<unknown>,
  households: readonly string[],
  from: string | undefined,
) {
  const homes = await sql<Found>`select household, version, file from registry.household
    where household = any(${households}) and ended is null`.execute(database);
  const people = await sql<FoundPerson>`select household, person, version, file from registry.person
    where household = any(${households}) and ended is null order by household, position`.execute(database);
  const changes = await sql<FoundChange>`select household, subject, sets from registry.part
    where import = ${from ?? ""} and version > 1 and household = any(${households}) and sets is not null
    order by seq`.execute(database);
  return { homes: homes.rows, people: people.rows, changes: changes.rows };
}
