import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { Stage } from "../stages.ts";
import { caseOf, putCase } from "./case-rows.ts";
import type { Concerned } from "./concerned.ts";

/** The time in which the next one should have acted has run out. Once each time a case comes to a stage. */
export const caseOverdue = defineEvent<{
  case: Number64;
  household: Number64;
  stage: Stage;
  dueMs: number;
  tells: Concerned;
}>("registry.caseOverdue", (state, { case: id }) => {
  const { soonMs: _, ...row } = caseOf(state, id);
  putCase(state, id, { ...row, overdue: true });
});
