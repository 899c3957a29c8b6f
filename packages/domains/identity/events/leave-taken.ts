import { defineEvent } from "@mingbai/ledger/definition/event";
import { changeActor, getActor } from "../grants/change-actor.ts";

export const leaveTaken = defineEvent<{ account: string; fromMs: number; untilMs: number }>(
  "identity.leaveTaken",
  (state, { account, ...leave }, moment) =>
    changeActor(state, account, moment, { leaves: [...(getActor(state, account).leaves ?? []), leave] }),
);
