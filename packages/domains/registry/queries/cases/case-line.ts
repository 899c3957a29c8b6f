import { type RawBuilder, sql } from "kysely";
import type { CaseLine } from "../../views/cases.ts";
import { areaNames, namesOf, personName, somebody } from "../names.ts";

/** A case as a list shows it, with its household's number and head beside it. */
export interface FoundCase
  extends Pick<CaseLine, "household" | "number" | "head" | "kind" | "stage" | "channel" | "policy" | "objections"> {
  readonly case_id: string;
  readonly area: string;
  readonly area_names: readonly string[] | null;
  readonly responsible: string | null;
  readonly responsible_name: string;
  readonly is_mine: boolean;
  readonly opened_ms: number;
  readonly changed_ms: number;
  readonly due_ms: number | null;
  readonly is_overdue: boolean;
  readonly open_objections: number;
  readonly entered_by: readonly string[];
  readonly reviewed_by: readonly string[];
}

/** Its columns, of `registry.case found` and `registry.household home`. `mine`: whether it is the reader's turn. */
export function caseColumns(mine: RawBuilder<boolean>): RawBuilder<unknown> {
  return sql`found.case_id, found.household, home.number, home.head, home.area, home.responsible, found.kind, found.stage,
  found.channel, found.policy, found.opened_ms, found.changed_ms, found.due_ms, found.is_overdue, found.objections, found.open_objections,
  found.entered_by, found.reviewed_by, ${areaNames("home.area")} as area_names, ${personName("home.responsible")} as responsible_name,
  ${mine} as is_mine`;
}

export function caseLineOf(found: FoundCase): CaseLine {
  const { case_id, household, number, head, kind, stage, channel, policy, objections } = found;
  return {
    case: case_id,
    household,
    number,
    head,
    area: namesOf(found.area, found.area_names),
    responsible: somebody(found.responsible, found.responsible_name),
    kind,
    stage,
    isMine: found.is_mine,
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
