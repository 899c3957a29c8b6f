import { caseMoved } from "../../events/case-moved.ts";
import { caseOpened } from "../../events/case-opened.ts";
import { caseOverdue } from "../../events/case-overdue.ts";
import { objectionAnswered, objectionRaised } from "../../events/objections.ts";
import { policySet } from "../../events/policy-set.ts";
import { reasonSettled } from "../../events/reason-settled.ts";
import type { Stage } from "../../stages.ts";
import { insertRows } from "../insert-rows.ts";
import { on, type Place, tell } from "../writer.ts";
import { writeSaid } from "./said.ts";

/** What events about cases, settlements and policies write. */
export const caseWriters = [
  on(caseOpened, async (place, { case: case_id, household, kind, channel, policy, dueMs: due_ms, content, by }) => {
    const { timeMs } = place.fact;
    const row = { case_id, household, kind, stage: "applied", channel: channel ?? null, policy, by_account: by };
    const times = { opened_ms: timeMs, changed_ms: timeMs, due_ms, is_overdue: false };
    await insertRows(place.context, "case", [
      { ...row, ...times, objections: 0, open_objections: 0, entered_by: [by], reviewed_by: [] },
    ]);
    await addStep(place, { case_id, household, kind: "opened", stage: "applied", due_ms, by, content });
    tell(place, { household, kind: "caseOpened", data: { case: case_id, about: kind, text: content } });
  }),
  on(caseMoved, async (place, { case: case_id, household, stage, dueMs, content, hand, by }) => {
    const { context, fact } = place;
    const sql =
      "update registry.case set stage = $2, due_ms = $3, changed_ms = $4, is_overdue = false where case_id = $1";
    await context.query(sql, [case_id, stage, dueMs ?? null, fact.timeMs]);
    if (hand !== undefined) {
      const column = hand === "checked" ? "entered_by" : "reviewed_by";
      await context.query(`update registry.case set ${column} = ${column} || $2::text where case_id = $1`, [
        case_id,
        by,
      ]);
    }
    if (stage === "noticed") {
      const shown = "update registry.case set notice = $2, notice_by = $3, public_from_ms = $4 where case_id = $1";
      await context.query(shown, [case_id, content, by, fact.timeMs]);
    }
    await addStep(place, { case_id, household, kind: "moved", stage, due_ms: dueMs, by, content });
    const data = { case: case_id, stage, ...(content !== undefined && { text: content }) };
    if (by !== undefined) tell(place, { household, kind: "caseMoved", data });
  }),
  on(caseOverdue, async (place, { case: case_id, household, stage }) => {
    await place.context.query("update registry.case set is_overdue = true where case_id = $1", [case_id]);
    await addStep(place, { case_id, household, kind: "overdue", stage });
  }),
  on(objectionRaised, async (place, { case: case_id, household, objection, content, onBehalf, by }) => {
    const sql = `update registry.case set objections = objections + 1, open_objections = open_objections + 1, changed_ms = $2 where case_id = $1`;
    await place.context.query(sql, [case_id, place.fact.timeMs]);
    const on_behalf = onBehalf === true;
    await addStep(place, { case_id, household, kind: "objected", stage: "noticed", objection, on_behalf, by, content });
  }),
  on(objectionAnswered, async (place, { case: case_id, household, objection, content, by }) => {
    const sql = "update registry.case set open_objections = open_objections - 1, changed_ms = $2 where case_id = $1";
    await place.context.query(sql, [case_id, place.fact.timeMs]);
    await addStep(place, { case_id, household, kind: "answered", stage: "noticed", objection, by, content });
  }),
  on(reasonSettled, async (place, { household, kind, content, by }) => {
    const { seq, timeMs: time_ms, id } = place.fact;
    const is_own = await livesIn(place.context, { household, account: by });
    await insertRows(place.context, "settlement", [
      { seq, household, kind, by_account: by, time_ms, id, content, is_own },
    ]);
    await writeSaid(place.context, { subject: household, commitment: content, giver: by });
    tell(place, { household, kind: "reasonSettled", data: { settlement: kind, text: content } });
  }),
  on(policySet, ({ fact: { timeMs: time_ms, id }, context }, { policy }) =>
    insertRows(context, "policy", [{ version: policy.version, policy, time_ms, id }]),
  ),
];

async function livesIn({ query }: Place["context"], { household, account }: { household: string; account: string }) {
  const sql = "select 1 from registry.person where household = $1 and account = $2 and ended is null";
  return (await query(sql, [household, account])).length > 0;
}

/** Adds an act, or the end of a time, to a case, with what was said. */
async function addStep(
  { fact: { seq, timeMs: time_ms, id }, context }: Place,
  step: {
    case_id: string;
    household: string;
    kind: "opened" | "moved" | "overdue" | "objected" | "answered";
    stage: Stage;
    due_ms?: number | undefined;
    objection?: number;
    on_behalf?: boolean;
    by?: string | undefined;
    content?: string | undefined;
  },
): Promise<void> {
  const { by, content, on_behalf = false, ...row } = step;
  await insertRows(context, "step", [{ ...row, seq, time_ms, id, on_behalf, by_account: by ?? null, content }]);
  if (by === undefined || content === undefined) return;
  await writeSaid(context, { subject: step.household, commitment: content, giver: by });
}
