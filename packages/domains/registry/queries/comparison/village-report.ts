import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { type Kysely, type RawBuilder, sql } from "kysely";
import { levels } from "../../content/compare/verdict.ts";
import { Source } from "../../content/facts/fact.ts";
import { gatherRows } from "../../content/village/gather-rows.ts";
import type { VillageRow } from "../../content/village/village-row.ts";
import { type VillageReport, villageHouseholdsMax, villageReportView } from "../../views/village-report.ts";
import { areaNames, namesOf } from "../names.ts";
import { findScope, inScope, officeReaders } from "../reader-scope.ts";
import type { VerdictRecord } from "./comparison-tables.ts";

type View = typeof villageReportView;

/** A household of the village; without a check its verdict's columns are null. */
interface FoundRow extends Omit<VerdictRecord, "household" | "run"> {
  readonly household: string;
  readonly number: string;
  readonly head: string;
  readonly area: string;
  readonly area_names: readonly string[] | null;
}

export const villageReport = defineQuery<unknown, View["params"], View["result"]>(villageReportView, {
  title: { en: "One check of a village", zh: "村级一键体检" },
  allow: officeReaders,
  async answer(context, { village }) {
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const found = await findRows(context.sql, village, inScope(scope));
    const checked = found.filter(({ faults }) => faults !== null);
    const oldest = checked.reduce<FoundRow | undefined>(
      (first, one) => (first === undefined || one.checked_ms < first.checked_ms ? one : first),
      undefined,
    );
    if (oldest === undefined) return { report: null, readAt };
    const report = reportOf(checked, oldest);
    return { report: { ...report, unchecked: found.length - checked.length }, readAt };
  },
});

function reportOf(checked: readonly FoundRow[], oldest: FoundRow): Omit<VillageReport, "unchecked"> {
  const { rows, levels: byLevel, open, settled, faults, proposals, ...counts } = gatherRows(checked.map(villageRowOf));
  const numbers = new Map(checked.map(({ household, number, head }) => [household, { number, head }]));
  return {
    area: namesOf(oldest.area, oldest.area_names),
    day: oldest.day,
    checkedMs: oldest.checked_ms,
    version: oldest.version,
    ...counts,
    levels: { red: [...byLevel.red], yellow: [...byLevel.yellow], green: [...byLevel.green] },
    ...listed({ open, settled, faults, proposals }),
    rows: rows.map(({ household, verdict, ...row }) => ({
      household,
      ...(numbers.get(household) ?? { number: "", head: "" }),
      level: verdict.level,
      rules: [...new Set(verdict.reasons.map(({ rule }) => rule))],
      faults: [...new Set(row.faults.map(({ fault, values }) => (fault === "RULE" ? String(values.rule) : fault)))],
      proposals: [...new Set(row.proposals.map(({ field }) => field))],
    })),
  };
}

async function findRows(database: Kysely<unknown>, village: string, theirs: RawBuilder<boolean>): Promise<FoundRow[]> {
  const { rows } = await sql<FoundRow>`select one.*, ${areaNames("one.area")} as area_names from (
      select file.household, file.number, file.head, file.area, found.day, found.version, found.checked_ms, found.rank, found.rules,
        found.reasons, found.settled, found.unjudged, found.sources, found.unasked, found.people, found.faults, found.proposals
      from registry.household file left join comparison.verdict found on found.household = file.household
      where file.ended is null and file.village = ${village} and ${theirs}
      order by file.number, file.household limit ${villageHouseholdsMax}) one
    order by one.number, one.household`.execute(database);
  return rows;
}

function villageRowOf(found: FoundRow): VillageRow {
  const { household, day, version, reasons, settled, unjudged, unasked } = found;
  const sources = Source.array().parse(found.sources);
  return {
    household,
    name: found.head,
    people: found.people,
    verdict: {
      household,
      day,
      version,
      level: levels[found.rank] ?? "green",
      reasons,
      settled,
      unjudged,
      sources,
      unasked,
    },
    faults: found.faults ?? [],
    proposals: found.proposals ?? [],
  };
}

type Groups = Pick<ReturnType<typeof gatherRows>, "open" | "settled" | "faults" | "proposals">;

function listed(groups: Groups) {
  const plain = (group: Groups["open"]) =>
    group.map(({ id, count, households }) => ({ id, count, households: [...households] }));
  return {
    open: plain(groups.open),
    settled: plain(groups.settled),
    faults: plain(groups.faults),
    proposals: plain(groups.proposals),
  };
}
