import { type RawBuilder, sql } from "kysely";
import type { HouseholdLine } from "../views/households.ts";
import { areaNames, namesOf, personName, somebody } from "./names.ts";

/** A household as a list shows it, with the names beside it. */
export interface FoundLine {
  readonly household: string;
  readonly number: string;
  readonly head: string;
  readonly people: number;
  readonly area: string;
  readonly area_names: readonly string[] | null;
  readonly team: string;
  readonly monitored: string;
  readonly cause: string;
  readonly responsible: string | null;
  readonly responsible_name: string;
  readonly open: number;
  readonly ended: string | null;
  readonly changed_ms: number;
}

/** What of it the table holds itself. */
export const storedColumns: RawBuilder<unknown> = sql`household, number, head, people, area, team, monitored, cause, responsible, open, ended, changed_ms`;

/** Its columns, of a table `one`. PERF: 51 rows a page of the list; pairs and file would be most of the bytes. */
export const lineColumns: RawBuilder<unknown> = sql`one.household, one.number, one.head, one.people, one.area, one.team,
  one.monitored, one.cause, one.responsible, one.open, one.ended, one.changed_ms,
  ${areaNames("one.area")} as area_names, ${personName("one.responsible")} as responsible_name`;

export function lineOf(found: FoundLine): HouseholdLine {
  const { household, number, head, people, team, monitored, cause, open, ended } = found;
  return {
    household,
    number,
    head,
    people,
    area: namesOf(found.area, found.area_names),
    team,
    monitored,
    cause,
    responsible: somebody(found.responsible, found.responsible_name),
    open,
    ended,
    changedMs: found.changed_ms,
  };
}
