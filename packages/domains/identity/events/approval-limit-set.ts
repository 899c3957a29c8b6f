import { defineEvent } from "@mingbai/ledger/definition/event";
import { approvalLimitTable } from "../tables.ts";

/** `before` counts up to `fromMs`, `amount` from there; either is absent where any amount may be approved. */
export const approvalLimitSet = defineEvent<{ organisation: string; fromMs: number; amount?: number; before?: number }>(
  "identity.approvalLimitSet",
  (state, { organisation, ...row }) => state.table(approvalLimitTable).set(organisation, row),
);
