import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { type Stage, undecided } from "../stages.ts";
import { type CaseRow, type StandingRow, standingTable } from "../tables.ts";
import { caseOf, putCase, standingOf } from "./case-rows.ts";
import type { Concerned } from "./concerned.ts";

/**
 * The one event by which a case comes to a stage. Without `by` it went there by itself, since its time was over. `hand`: what
 * the actor did for it, and so does not decide; `dueMs`: until when the next one should act, or the stage lasts; `soonMs`: when
 * that is told to be soon; `tells`: whom it concerns.
 */
export const caseMoved = defineEvent<{
  case: Number64;
  household: Number64;
  stage: Stage;
  dueMs?: number;
  soonMs?: number;
  tells: Concerned;
  hand?: "checked" | "reviewed";
  content?: string;
  by?: Number64;
}>("registry.caseMoved", (state, { case: id, household, stage, dueMs, soonMs, hand, by }, { timeMs: sinceMs }) => {
  const { dueMs: _, soonMs: __, isPublic, ...row } = caseOf(state, id);
  const joined = (list: readonly Number64[], as: typeof hand) =>
    hand === as && by !== undefined ? [...new Set([...list, by])] : list;
  const isShown = stage === "noticed" || (isPublic === true && stage !== "applied");
  putCase(state, id, {
    ...row,
    stage,
    enteredBy: joined(row.enteredBy, "checked"),
    reviewedBy: joined(row.reviewedBy, "reviewed"),
    overdue: false,
    ...(isShown && { isPublic: true as const }),
    ...(dueMs !== undefined && { dueMs }),
    ...(soonMs !== undefined && { soonMs }),
  });
  const standing = standingAfter(standingOf(state, household), { kind: row.kind, stage, sinceMs });
  state.table(standingTable).set(household, standing);
});

/** How a household stands after its case has come to a stage: an open case stays with it, an outcome counts from now on. */
function standingAfter(
  before: StandingRow,
  { kind, stage, sinceMs }: Pick<CaseRow, "kind" | "stage"> & { sinceMs: number },
): StandingRow {
  const { case: open, ...closed } = before;
  if (undecided.includes(stage)) return before;
  switch (stage) {
    case "observed":
      return { ...before, standing: "observed", sinceMs };
    case "accepted":
      return { standing: kind === "entry" ? "monitored" : "left", sinceMs };
    case "returned":
      return { standing: "monitored", sinceMs };
    default:
      return closed;
  }
}
