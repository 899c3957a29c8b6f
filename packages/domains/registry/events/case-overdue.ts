import type { Number64 } from "@mingbai/codec/number64";
import { defineEvent } from "@mingbai/ledger/definition/event";
import type { Stage } from "../stages.ts";
import { caseOf, putCase } from "./case-rows.ts";

/** The time in which the next one should have acted has run out. Once each time a case comes to a stage. */
export const caseOverdue = defineEvent<{ case: Number64; household: Number64; stage: Stage; dueMs: number }>(
  "registry.caseOverdue",
  (state, { case: id }) => putCase(state, id, { ...caseOf(state, id), overdue: true }),
);
