import { frozenOrganisationTable } from "@mingbai/ledger/authority/frozen";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { freezeKey } from "../schema/subject.ts";
import { type FreezeReason, type FreezeTarget, freezeAgainWaitMs } from "../schema.ts";
import { freezeTable } from "../tables.ts";

/** lifted: by a regulator. lapsed: nobody confirmed it in time. rejected: the vote was against it. voted: lifted by vote. */
export type FreezeEnd = "lifted" | "lapsed" | "rejected" | "voted";

/** A regulator has stopped something, until the vote on it ends. `words`: commitment to why. */
export const freezePlaced = defineEvent<{
  target: FreezeTarget;
  reason: FreezeReason;
  words: string;
  proposal: string;
  untilMs: number;
  by: string;
  organisation: string;
}>("governance.freezePlaced", (state, { target, proposal }, { timeMs }) => {
  state.table(freezeTable).set(freezeKey(target), { state: "placed", target, proposal });
  if (target.kind === "organisation") state.table(frozenOrganisationTable).set(target.organisation, { fromMs: timeMs });
});

/** It stays stopped until members lift it. */
export const freezeConfirmed = defineEvent<{ target: FreezeTarget }>(
  "governance.freezeConfirmed",
  (state, { target }) => state.table(freezeTable).set(freezeKey(target), { state: "confirmed", target }),
);

/** It moves again. What was not confirmed is not stopped again at once: a regulator would go round the vote. */
export const freezeEnded = defineEvent<{ target: FreezeTarget; how: FreezeEnd }>(
  "governance.freezeEnded",
  (state, { target, how }, { timeMs }) => {
    const isSpent = how === "lapsed" || how === "rejected";
    if (isSpent)
      state.table(freezeTable).set(freezeKey(target), { state: "spent", againMs: timeMs + freezeAgainWaitMs });
    else state.table(freezeTable).delete(freezeKey(target));
    if (target.kind === "organisation") state.table(frozenOrganisationTable).delete(target.organisation);
  },
);
