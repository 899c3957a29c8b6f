import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { Stage } from "../stages.ts";
import { caseOf, putCase } from "./case-rows.ts";
import type { Concerned } from "./concerned.ts";

/** Whose turn it is, is told before the last day that there is still something to do. At most once each time a case comes to a stage. */
export const caseDueSoon = defineEvent<{
  case: Number64;
  household: Number64;
  stage: Stage;
  dueMs: number;
  tells: Concerned;
}>("registry.caseDueSoon", (state, { case: id }) => {
  const { soonMs: _, ...row } = caseOf(state, id);
  putCase(state, id, row);
});
