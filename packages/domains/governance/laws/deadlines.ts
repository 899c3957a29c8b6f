import type { Deadlines } from "@mingbai/ledger/definition/domain";
import { proposalTable } from "../tables.ts";
import { endEvents } from "./settle.ts";

/** Proposals lapse by themselves, and freezes with them. PERF: asked at every block; few are open at a time. */
export const proposalDeadlines: Deadlines = {
  next(state) {
    if (state.table(proposalTable).size === 0) return undefined;
    return Math.min(
      ...state
        .table(proposalTable)
        .entries()
        .map(([, { deadlineMs }]) => deadlineMs),
    );
  },
  due(state, { timeMs }) {
    if (state.table(proposalTable).size === 0) return [];
    return state
      .table(proposalTable)
      .entries()
      .filter(([, { deadlineMs }]) => deadlineMs <= timeMs)
      .flatMap(([proposal, row]) => endEvents(state, { proposal, row }, "lapsed"));
  },
};
