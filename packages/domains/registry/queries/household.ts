import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { basisOf } from "../content/file/subject-file.ts";
import type { HouseholdRecord, PersonRecord } from "../projection/tables.ts";
import { type HouseholdFile, householdView, type PersonFile } from "../views/household.ts";
import { type FoundLine, lineColumns, lineOf } from "./household-line.ts";
import { namesOf, organisationNames } from "./names.ts";
import { openActs } from "./open-acts.ts";
import { findOpenFields } from "./open-fields.ts";
import { getOpened, type OpenedFile } from "./opened-file.ts";
import { findScope, readers } from "./reader-scope.ts";
import { onlySeen, seenValues } from "./seen-values.ts";

type View = typeof householdView;

interface FoundHousehold
  extends FoundLine,
    Pick<HouseholdRecord, "keeper" | "version" | "opened_ms" | "import" | "file"> {
  readonly keeper_names: readonly string[] | null;
}

export type FoundPerson = Pick<PersonRecord, "person" | "version" | "ended" | "account" | "name" | "file">;

/** PERF: one household, its people, and who set what is open; p95 150 ms with 32 readers. Bench: registry.open. */
export const household = defineQuery<unknown, View["params"], View["result"]>(householdView, {
  title: { en: "A household's file", zh: "一户的档案" },
  allow: readers,
  async answer(context, { household: id }) {
    const { nowMs, readAt } = await readNow(context);
    const opened = await getOpened(context, { household: id, nowMs });
    const [found, people, scope] = await Promise.all([
      getFound(context, id),
      findPeople(context, id),
      findScope(context, nowMs),
    ]);
    const files = [{ subject: id, file: found.file }, ...people.map(({ person, file }) => ({ subject: person, file }))];
    const { classes, purpose, fields } = opened;
    return {
      ...lineOf(found),
      cause: fields.has("cause") ? found.cause : "",
      keeper: namesOf(found.keeper, found.keeper_names),
      version: found.version,
      openedMs: found.opened_ms,
      import: found.import,
      purpose,
      classes: [...classes],
      values: seenValues(found.file, fields),
      basis: onlySeen(basisOf(found.file), fields),
      residents: people.filter(({ ended }) => ended === null).map((person) => personFile(person, opened)),
      former: people.filter(({ ended }) => ended !== null).map((person) => personFile(person, opened)),
      openFields: await findOpenFields(context, files, fields),
      may: openActs(context.reader, { found, scope }) as HouseholdFile["may"],
      readAt,
    };
  },
});

async function getFound({ sql: database }: QueryContext<unknown>, id: string): Promise<FoundHousehold> {
  const { rows } =
    await sql<FoundHousehold>`select ${lineColumns}, one.keeper, one.version, one.opened_ms, one.import, one.file,
      ${organisationNames("one.keeper")} as keeper_names
    from registry.household one where one.household = ${id}`.execute(database);
  const [found] = rows;
  if (found !== undefined) return found;
  throw new QueryRefusal("HOUSEHOLD_UNKNOWN", 404, { en: "There is no such household.", zh: "没有这一户" });
}

async function findPeople({ sql: database }: QueryContext<unknown>, id: string): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`select person, version, ended, account, name, file from registry.person
    where household = ${id} order by position`.execute(database);
  return rows;
}

function personFile({ person, version, ended, account, file }: FoundPerson, { fields }: OpenedFile): PersonFile {
  return { person, version, ended, account, values: seenValues(file, fields), basis: onlySeen(basisOf(file), fields) };
}
