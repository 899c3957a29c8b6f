import { defineQuery, type QueryContext } from "@mingbai/read-model/define-query";
import { readNow } from "@mingbai/read-model/read-now";
import { sql } from "kysely";
import { NoticeText } from "../../content/texts/notice-text.ts";
import { type CaseStep, caseView } from "../../views/cases.ts";
import { namesOf, organisationNames, personName, somebody } from "../names.ts";
import { getOpened } from "../opened-file.ts";
import { findScope, readers, type Scope } from "../reader-scope.ts";
import { caseActs } from "./case-acts.ts";
import { caseColumns, caseLineOf, type FoundCase } from "./case-line.ts";
import { caseUnknown } from "./case-unknown.ts";
import { isMyTurn } from "./my-turn.ts";

type View = typeof caseView;

interface FoundFile extends FoundCase {
  readonly keeper: string;
  readonly keeper_names: readonly string[] | null;
  readonly notice_said: unknown;
  readonly public_from_ms: number | null;
}

interface FoundStep extends Pick<CaseStep, "kind" | "stage" | "objection" | "words"> {
  readonly by_account: string | null;
  readonly by_name: string;
  readonly time_ms: number;
  readonly id: string;
  readonly due_ms: number | null;
  readonly on_behalf: boolean;
}

export const caseQuery = defineQuery<unknown, View["params"], View["result"]>(caseView, {
  title: { en: "A case of entry or exit", zh: "一个准入或退出办件" },
  allow: readers,
  async answer(context, { case: id }) {
    const { nowMs, readAt } = await readNow(context);
    const scope = await findScope(context, nowMs);
    const found = await getFound(context, id, scope);
    const { purpose } = await getOpened(context, { household: found.household, nowMs });
    const steps = await findSteps(context, id);
    const isOwn = purpose === "own";
    const notice = NoticeText.safeParse(found.notice_said);
    const { kind: _, ...shown } = notice.data ?? { kind: "notice" };
    return {
      ...caseLineOf(found),
      keeper: namesOf(found.keeper, found.keeper_names),
      steps: steps.map((step) => (isOwn && step.kind === "objected" ? { ...step, by: null } : step)),
      notice: "head" in shown ? { ...shown, fromMs: found.public_from_ms ?? 0 } : null,
      may: caseActs(context.reader, { found, scope, isOwn }),
      readAt,
    };
  },
});

async function getFound(
  { sql: database, reader }: QueryContext<unknown>,
  id: string,
  scope: Scope,
): Promise<FoundFile> {
  const { rows } =
    await sql<FoundFile>`select ${caseColumns(isMyTurn(reader, scope))}, home.keeper, found.public_from_ms,
      ${organisationNames("home.keeper")} as keeper_names,
      (select said from registry.said said where said.subject = found.household and said.commitment = found.notice
         and said.giver = found.notice_by) as notice_said
    from registry.case found join registry.household home on home.household = found.household
    where found.case_id = ${id}`.execute(database);
  const [found] = rows;
  if (found !== undefined) return found;
  throw caseUnknown();
}

async function findSteps({ sql: database }: QueryContext<unknown>, id: string): Promise<CaseStep[]> {
  const { rows } =
    await sql<FoundStep>`select kind, stage, by_account, ${personName("step.by_account")} as by_name, time_ms, id, due_ms,
      objection, on_behalf, (select said.said->>'words' from registry.said said where said.subject = step.household
        and said.commitment = step.content and said.giver = step.by_account) as words
    from registry.step step where case_id = ${id} order by seq`.execute(database);
  return rows.map(({ by_account, by_name, time_ms, id: transaction, due_ms, on_behalf, ...step }) => ({
    ...step,
    by: somebody(by_account, by_name),
    timeMs: time_ms,
    transaction,
    dueMs: due_ms,
    onBehalf: on_behalf,
  }));
}
