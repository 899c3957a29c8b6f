import { type RawBuilder, sql } from "kysely";
import type { CaseLine } from "../../views/cases.ts";
import { areaNames, namesOf } from "../names.ts";

/** A case as a list shows it, with its household's number and head beside it. */
export interface FoundCase
  extends Pick<CaseLine, "household" | "number" | "head" | "kind" | "stage" | "channel" | "policy" | "objections"> {
  readonly case_id: string;
  readonly area: string;
  readonly area_names: readonly string[] | null;
  readonly opened_ms: number;
  readonly changed_ms: number;
  readonly due_ms: number | null;
  readonly is_overdue: boolean;
  readonly open_objections: number;
}

/** Its columns, of `registry.case found` and `registry.household home`. */
export const caseColumns: RawBuilder<unknown> = sql`found.case_id, found.household, home.number, home.head, home.area, found.kind, found.stage,
  found.channel, found.policy, found.opened_ms, found.changed_ms, found.due_ms, found.is_overdue, found.objections, found.open_objections,
  ${areaNames("home.area")} as area_names`;

export function caseLineOf(found: FoundCase): CaseLine {
  const { case_id, household, number, head, kind, stage, channel, policy, objections } = found;
  return {
    case: case_id,
    household,
    number,
    head,
    area: namesOf(found.area, found.area_names),
    kind,
    stage,
    channel,
    policy,
    openedMs: found.opened_ms,
    changedMs: found.changed_ms,
    dueMs: found.due_ms,
    isOverdue: found.is_overdue,
    objections,
    openObjections: found.open_objections,
  };
}
