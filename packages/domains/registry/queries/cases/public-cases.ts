import { defineQuery } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { NoticeText } from "../../content/texts/notice-text.ts";
import type { CaseKind } from "../../stages.ts";
import { type PublicCase, publicCasesMax, publicCasesView } from "../../views/cases.ts";
import { areasIn } from "../list-filter.ts";
import { namesOf, organisationNames } from "../names.ts";

type View = typeof publicCasesView;

interface FoundNotice {
  readonly case_id: string;
  readonly kind: CaseKind;
  readonly keeper: string;
  readonly keeper_names: readonly string[] | null;
  readonly public_from_ms: number;
  readonly due_ms: number;
  readonly transaction: string;
  readonly said: unknown;
}

/** What everybody sees, and only while the notice runs: once it has ended, nothing of a household stands here. */
export const publicCases = defineQuery<unknown, View["params"], View["result"]>(publicCasesView, {
  title: { en: "Public notices of entry and exit", zh: "准入和退出公示" },
  allow: "anyone",
  async answer(context, { area }) {
    const { nowMs, readAt } = await readNow(context);
    const inArea = area === undefined ? sql<boolean>`true` : sql<boolean>`home.area = any(${areasIn(area)})`;
    const { rows } =
      await sql<FoundNotice>`select found.case_id, found.kind, home.keeper, found.public_from_ms, found.due_ms, said.said,
        ${organisationNames("home.keeper")} as keeper_names,
        (select id from registry.step step where step.case_id = found.case_id and step.kind = 'moved' and step.stage = 'noticed'
          order by seq desc limit 1) as transaction
      from registry.case found join registry.household home on home.household = found.household
        join registry.said said on said.subject = found.household and said.commitment = found.notice and said.giver = found.notice_by
      where found.stage = 'noticed' and found.due_ms > ${nowMs} and said.said->>'kind' = 'notice' and ${inArea}
      order by found.due_ms, found.case_id limit ${publicCasesMax + 1}`.execute(context.sql);
    const shown = rows.slice(0, publicCasesMax).map(publicCaseOf);
    return { rows: shown, more: rows.length > publicCasesMax, readAt };
  },
});

function publicCaseOf(found: FoundNotice): PublicCase {
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
