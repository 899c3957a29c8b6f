import { levels } from "@mingbai/registry/content/compare/verdict";
import type { VillageRow } from "@mingbai/registry/content/village/village-row";
import type { VerdictRecord } from "@mingbai/registry/queries/comparison/comparison-tables";
import type pg from "pg";

/** What was found of a household; `faults` and `proposals` where its village was checked. */
export type FoundRow = Pick<VillageRow, "verdict" | "people"> & Partial<Pick<VillageRow, "faults" | "proposals">>;

const columns =
  "household, run, day, version, checked_ms, rank, rules, reasons, settled, unjudged, sources, unasked, people, faults, proposals";
const shape = `household text, run text, day text, version int, checked_ms bigint, rank smallint, rules text[], reasons jsonb, settled jsonb,
  unjudged jsonb, sources text[], unasked int[], people int, faults jsonb, proposals jsonb`;
/** A run over the county leaves what the last check of a village found besides; a check replaces it. */
const replaced = columns
  .split(", ")
  .slice(1)
  .map((column) =>
    column === "faults" || column === "proposals"
      ? `${column} = coalesce(excluded.${column}, verdict.${column})`
      : `${column} = excluded.${column}`,
  )
  .join(", ");

/** Writes what was found, in place of what was found of these households before. */
export async function writeVerdicts(
  client: pg.Client,
  rows: readonly FoundRow[],
  { run, nowMs }: { run: string; nowMs: number },
): Promise<void> {
  const records = rows.map(({ verdict, people, faults, proposals }): VerdictRecord => {
    const { household, day, version, level, reasons, settled, unjudged, sources, unasked } = verdict;
    const rules = [...new Set(reasons.map(({ rule }) => rule))];
    return {
      household,
      run,
      day,
      version,
      checked_ms: nowMs,
      rank: levels.indexOf(level),
      rules,
      reasons,
      settled,
      unjudged,
      sources,
      unasked,
      people,
      faults: faults ?? null,
      proposals: proposals ?? null,
    };
  });
  await client.query(
    `insert into comparison.verdict as verdict (${columns}) select ${columns} from jsonb_to_recordset($1::jsonb) as found(${shape})
     on conflict (household) do update set ${replaced}`,
    [JSON.stringify(records)],
  );
}

/** Forgets what was found of households that the run did not find any more: they ended, or lie elsewhere now. */
export async function forgetOthers(
  client: pg.Client,
  { run, village }: { run: string; village: string | undefined },
): Promise<void> {
  if (village !== undefined) return;
  await client.query("delete from comparison.verdict where run <> $1", [run]);
}
