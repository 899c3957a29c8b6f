import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { placesView } from "../views/places.ts";
import { areaNames, namesOf } from "./names.ts";
import { findScope, isKept, officeReaders } from "./reader-scope.ts";

type View = typeof placesView;

interface FoundPlace {
  readonly area: string;
  readonly area_names: readonly string[] | null;
  readonly parent: string | null;
  readonly division: string;
  readonly households: number;
  readonly people: number;
  readonly monitored: number;
  readonly open: number;
}

export const places = defineQuery<unknown, View["params"], View["result"]>(placesView, {
  title: { en: "Villages with what is counted there", zh: "各村户册" },
  allow: officeReaders,
  async answer(context) {
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const { rows } = await sql<FoundPlace>`select one.*, ${areaNames("one.area")} as area_names,
        (select parent from identity.area named where named.area = one.area) as parent,
        coalesce((select village from registry.household home where home.area = one.area and village <> '' limit 1), '') as division
      from (select area, sum(count)::int as households, sum(people)::int as people,
          coalesce(sum(count) filter (where monitored <> ''), 0)::int as monitored, coalesce(sum(count) filter (where is_open), 0)::int as open
        from registry.tally where not is_ended and ${isKept(scope)} group by area) one order by one.area`.execute(
      context.sql,
    );
    return {
      rows: rows.map(({ area, area_names, ...counts }) => ({ area: namesOf(area, area_names), ...counts })),
      readAt,
    };
  },
});
