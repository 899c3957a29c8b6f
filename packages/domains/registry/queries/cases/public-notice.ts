import { type RawBuilder, sql } from "kysely";
import { NoticeText } from "../../content/texts/notice-text.ts";
import type { CaseKind } from "../../stages.ts";
import type { PublicCase } from "../../views/cases.ts";
import { namesOf, organisationNames } from "../names.ts";

/** A notice as it is read, with the text that was signed for the public. */
export interface FoundNotice {
  readonly case_id: string;
  readonly kind: CaseKind;
  readonly keeper: string;
  readonly keeper_names: readonly string[] | null;
  readonly public_from_ms: number;
  readonly due_ms: number;
  readonly transaction: string;
  readonly said: unknown;
}

/** Notices that run at a moment and whose text is here, of cases `found` of households `home`. */
export function runningNotices(nowMs: number): RawBuilder<FoundNotice> {
  return sql`select found.case_id, found.kind, home.keeper, found.public_from_ms, found.due_ms, said.said,
      ${organisationNames("home.keeper")} as keeper_names,
      (select id from registry.step step where step.case_id = found.case_id and step.kind = 'moved' and step.stage = 'noticed'
        order by seq desc limit 1) as transaction
    from registry.case found join registry.household home on home.household = found.household
      join registry.said said on said.subject = found.household and said.commitment = found.notice and said.giver = found.notice_by
    where found.stage = 'noticed' and found.due_ms > ${nowMs} and said.said->>'kind' = 'notice'`;
}

export function publicCaseOf(found: FoundNotice): PublicCase {
  const { kind: _, ...notice } = NoticeText.parse(found.said);
  return {
    ...notice,
    case: found.case_id,
    kind: found.kind,
    unit: namesOf(found.keeper, found.keeper_names),
    fromMs: found.public_from_ms,
    untilMs: found.due_ms,
    transaction: found.transaction,
  };
}
