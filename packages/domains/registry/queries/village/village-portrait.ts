import { localDate } from "@mingbai/ledger/calendar/local-days";
import type { Share } from "@mingbai/measures/share";
import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { QueryRefusal } from "@mingbai/read-model/query-refusal";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { levels } from "../../content/compare/verdict.ts";
import type { HouseholdValues } from "../../content/file/household-values.ts";
import { type SubjectFile, valuesOf } from "../../content/file/subject-file.ts";
import { countyPolicy } from "../../content/policy/county/county-policy.ts";
import { deprivationIds } from "../../content/village/portrait/deprivations.ts";
import { portraitOutside } from "../../content/village/portrait/portrait-outside.ts";
import { type PortraitRow, portraitRow } from "../../content/village/portrait/portrait-row.ts";
import { classShares, findVillageClass, villageClassIds } from "../../content/village/portrait/village-class.ts";
import {
  villagePortrait as portraitOf,
  type VillagePortrait,
} from "../../content/village/portrait/village-portrait.ts";
import { type VillageCell, villagePortraitView } from "../../views/village.ts";
import { villageHouseholdsMax } from "../../views/village-report.ts";
import { areaNames, namesOf } from "../names.ts";
import { hasOpenedAll } from "../opened-file.ts";
import { findScope, isKept, officeReaders, type Scope } from "../reader-scope.ts";
import { shownTree } from "./shown-tree.ts";

type View = typeof villagePortraitView;
type Result = ReturnType<View["result"]["parse"]>;

interface FoundHousehold extends Omit<VillageCell, "level"> {
  readonly area: string;
  readonly area_names: readonly string[] | null;
  readonly rank: number | null;
  readonly file: SubjectFile;
  readonly residents: readonly SubjectFile[] | null;
}

/** PERF: a village's files are read whole, some hundred of them. */
export const villagePortrait = defineQuery<unknown, View["params"], View["result"]>(villagePortraitView, {
  title: { en: "A village in numbers", zh: "乡村画像" },
  allow: officeReaders,
  async answer(context, { village }) {
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const found = await findHouseholds(context, village, scope);
    const [first] = found;
    if (first === undefined) throw notTheirs();
    const households = found.map(({ household }) => household);
    const isOpen = scope.kind === "kept" || (await hasOpenedAll(context, { households, nowMs }));
    const judged = { policy: countyPolicy, day: localDate(context.zone, nowMs) };
    const rows = found.map((one) => portraitRow(one.household, fileOf(one), judged));
    const portrait = portraitOf(rows);
    return {
      village,
      area: namesOf(first.area, first.area_names),
      incomeLine: countyPolicy.incomeLine,
      cells: found.map(cellOf),
      office: isOpen ? officeNumbers(rows, portrait) : null,
      outside: outsideNumbers(rows, portrait),
      readAt,
    };
  },
});

/** Those whose files the reader's office keeps or that the reader supervises, by group and number. */
async function findHouseholds(
  { sql: database }: QueryContext<unknown>,
  village: string,
  scope: Scope,
): Promise<readonly FoundHousehold[]> {
  const { rows } = await sql<FoundHousehold>`select one.*, ${areaNames("one.area")} as area_names from (
      select home.household, home.number, home.head, home.team, home.people, home.monitored, home.area, home.file, found.rank,
        (select json_agg(person.file order by person.position) from registry.person person
         where person.household = home.household and person.ended is null) as residents
      from registry.household home left join comparison.verdict found on found.household = home.household
      where home.ended is null and home.village = ${village} and ${isKept(scope)}
      order by home.team, home.number, home.household limit ${villageHouseholdsMax}) one
    order by one.team, one.number, one.household`.execute(database);
  return rows;
}

function fileOf({ file, residents }: FoundHousehold): HouseholdValues {
  return { values: valuesOf(file), people: (residents ?? []).map((one) => ({ values: valuesOf(one) })) };
}

function cellOf({ household, number, head, team, people, monitored, rank }: FoundHousehold): VillageCell {
  return { household, number, head, team, people, monitored, level: rank === null ? null : (levels[rank] ?? null) };
}

type Office = NonNullable<Result["office"]>;

/** The portrait with places among the cells in place of households' numbers. */
function officeNumbers(rows: readonly PortraitRow[], portrait: VillagePortrait): Office {
  const places = new Map(rows.map(({ id }, at) => [id, at]));
  const at = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? []);
  const { poverty } = portrait;
  return {
    people: portrait.people,
    villageClass: classOf(portrait),
    monitored: portrait.monitored.map(({ id, households }) => ({ id, at: at(households) })),
    causes: portrait.causes.map(({ cause, ids, mainIds }) => ({ cause, at: at(ids), mainAt: at(mainIds) })),
    pairs: portrait.pairs.map(({ first, second, ids }) => ({ first, second, at: at(ids) })),
    income: portrait.income.map(({ id, households }) => ({ id, at: at(households) })),
    poverty: poverty === undefined ? null : { ...measureOf(poverty), at: at(poverty.poorIds), ...lacksOf(rows) },
    tree: shownTree(portrait.tree, at),
  };
}

function outsideNumbers(rows: readonly PortraitRow[], portrait: VillagePortrait): Result["outside"] {
  const { households, monitored, income, causes, poverty, tree } = portraitOutside(rows, portrait);
  return {
    households,
    monitored: [...monitored],
    income: [...income],
    causes: causes?.causes.map(({ cause, count }) => ({ id: cause, count })) ?? null,
    poverty: poverty === undefined ? null : measureOf(poverty),
    tree: tree === undefined ? null : shownTree(tree, () => []),
  };
}

function classOf(portrait: VillagePortrait): Office["villageClass"] {
  const found = findVillageClass(portrait);
  const id = villageClassIds.find((one) => one === found?.villageClass);
  if (found === undefined || id === undefined) return null;
  const because = found.because.flatMap(({ share, ...rest }) =>
    classShares.flatMap((one) => (one === share ? [{ share: one, ...rest }] : [])),
  );
  return { id, because };
}

interface Measured {
  readonly people: number;
  readonly poor: number;
  readonly headcount: Share;
  readonly intensity: Share | undefined;
  readonly adjusted: Share;
}

function measureOf({ people, poor, headcount, intensity, adjusted }: Measured) {
  return { people, poor, headcount, intensity: intensity ?? null, adjusted };
}

function lacksOf(rows: readonly PortraitRow[]) {
  const whole = countPeople(rows);
  const placesOf = (holds: (row: PortraitRow) => boolean) => rows.flatMap((row, at) => (holds(row) ? [at] : []));
  return {
    lacks: deprivationIds.map((id, which) => ({
      id,
      people: { part: countPeople(rows.filter(({ deprived }) => deprived[which])), whole },
      at: placesOf(({ deprived }) => deprived[which] === true),
    })),
    unknown: placesOf(({ isKnown }) => !isKnown),
  };
}

function countPeople(rows: readonly PortraitRow[]): number {
  return rows.reduce((sum, { people }) => sum + people, 0);
}

function notTheirs(): QueryRefusal {
  return new QueryRefusal("VILLAGE_UNKNOWN", 404, {
    en: "Your office keeps no files in this village.",
    zh: "您的单位不管这个村的档案",
  });
}
