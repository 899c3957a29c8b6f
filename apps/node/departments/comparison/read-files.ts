import { localDate, type Zone } from "@mingbai/ledger/calendar/local-days";
import type { ComparedFile } from "@mingbai/registry/content/compare/household-index";
import { type SubjectFile, valuesOf } from "@mingbai/registry/content/file/subject-file";
import type pg from "pg";

/** Households that are in memory at once. */
const batchHouseholds = 1_000;

interface FoundHousehold {
  readonly household: string;
  readonly changed_ms: string;
  readonly fields: SubjectFile["fields"];
  readonly people: readonly { readonly person: string; readonly fields: SubjectFile["fields"] }[] | null;
}

/** Which files: all, or those of one village; by number. Files whose parts this node has not got say nothing and are left out. */
export interface WhichFiles extends Zone {
  readonly village: string | undefined;
}

const kept = `household.ended is null and household.file ->> 'version' <> '0' and ($1::text is null or household.village = $1)`;

export async function countFiles(client: pg.Client, { village }: WhichFiles): Promise<number> {
  const text = `select count(*)::int as count from registry.household household where ${kept}`;
  const { rows } = await client.query<{ count: number }>(text, [village ?? null]);
  return rows[0]?.count ?? 0;
}

/**
 * Files in batches. The client is in a transaction of its own, so that a run sees one state of the tables.
 * PERF: the next batch is asked for while one is compared; the server opens it on another core meanwhile.
 */
export async function* readFiles(client: pg.Client, which: WhichFiles): AsyncGenerator<readonly ComparedFile[]> {
  await client.query(
    `declare compared no scroll cursor for select household.household, household.changed_ms, household.file -> 'fields' as fields,
      (select json_agg(json_build_object('person', person.person, 'fields', person.file -> 'fields') order by person.position)
       from registry.person person where person.household = household.household and person.ended is null) as people
    from registry.household household where ${kept} order by household.number, household.household`,
    [which.village ?? null],
  );
  const next = () => client.query<FoundHousehold>(`fetch ${batchHouseholds} from compared`);
  for (let { rows } = await next(); rows.length > 0; ) {
    const following = next();
    yield rows.map((row) => fileOf(row, which));
    ({ rows } = await following);
  }
  await client.query("close compared");
}

function fileOf(row: FoundHousehold, which: WhichFiles): ComparedFile {
  return {
    household: row.household,
    changedOn: localDate(which, Number(row.changed_ms)),
    values: fieldValues(row.fields),
    people: (row.people ?? []).map(({ person, fields }) => ({ person, values: fieldValues(fields) })),
  };
}

function fieldValues(fields: SubjectFile["fields"]) {
  return valuesOf({ version: 0, fields, open: {} });
}
