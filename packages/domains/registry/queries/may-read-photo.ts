import type { QueryReader } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { type Kysely, sql } from "kysely";
import { readingMsMax } from "../views/household.ts";
import { getOpened } from "./opened-file.ts";

interface Place {
  readonly household: string;
  readonly field: string;
}

/**
 * Whether a file that this reader has opened lately shows this photo to them: it stands in a field that they see, and whoever
 * named it there first is who sent it. Naming another's file in a household of one's own opens nothing.
 */
export async function mayReadPhoto(
  database: Kysely<unknown>,
  reader: QueryReader,
  { file, uploader }: { file: string; uploader: string },
): Promise<boolean> {
  const clock = await sql<{ now: number }>`select (extract(epoch from now()) * 1000)::bigint as now`.execute(database);
  const nowMs = clock.rows[0]?.now ?? 0;
  for (const { household, field } of await findPlaces(database, reader, { file, uploader, nowMs })) {
    const opened = await getOpened({ sql: database, reader }, { household, nowMs }).catch(onlyRefusals);
    if (opened?.fields.has(field)) return true;
  }
  return false;
}

/** Where the photo stands among the files that the reader has said they open. */
async function findPlaces(
  database: Kysely<unknown>,
  { account = "" }: QueryReader,
  { file, uploader, nowMs }: { file: string; uploader: string; nowMs: number },
): Promise<readonly Place[]> {
  const { rows } = await sql<Place>`with opened as (
      select distinct household from registry.reading where by_account = ${account} and time_ms > ${nowMs - readingMsMax}),
    said as (
      select one.household, one.household as subject, one.file from registry.household one join opened using (household)
      union all
      select one.household, one.person, one.file from registry.person one join opened using (household))
    select said.household, state.key as field from said cross join lateral jsonb_each(said.file->'fields') state
    where state.value->'value' @> to_jsonb(${file}::text) and ${uploader} = (
      select part.giver from registry.part part where part.subject = said.subject
        and (part.version = 1 or part.sets->state.key->'to' @> to_jsonb(${file}::text))
      order by part.version = 1, part.version limit 1)`.execute(database);
  return rows;
}

function onlyRefusals(fault: unknown): undefined {
  if (fault instanceof QueryRefusal) return undefined;
  throw fault;
}
