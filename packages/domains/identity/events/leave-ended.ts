import { defineEvent } from "@mingbai/ledger/definition/event";
import { changeActor, getActor } from "../grants/change-actor.ts";

/** The leave that begins at `fromMs` is over from this block on, or does not begin. */
export const leaveEnded = defineEvent<{ account: string; fromMs: number }>(
  "identity.leaveEnded",
  (state, { account, fromMs }, moment) =>
    changeActor(state, account, moment, {
      leaves: (getActor(state, account).leaves ?? []).filter((leave) => leave.fromMs !== fromMs),
    }),
);
