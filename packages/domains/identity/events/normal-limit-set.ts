import { parameterTable } from "@mingbai/ledger/authority/parameter";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { approvalLimitParameter } from "../reads/approval-limit.ts";

/** The limit of every organisation that has none of its own, from now on. */
export const normalLimitSet = defineEvent<{ amount: number }>("identity.normalLimitSet", (state, { amount }) =>
  state.table(parameterTable).set(approvalLimitParameter, { value: amount }),
);
