import type { Role } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { changeActor, getActor } from "../grants/change-actor.ts";

/** `account` has these roles of `deputyOf` within the term, whenever the other is away. */
export const deputyAppointed = defineEvent<{
  account: string;
  deputyOf: string;
  roles: readonly Role[];
  fromMs: number;
  untilMs: number;
}>("identity.deputyAppointed", (state, { account, roles, ...ground }, moment) => {
  const grants = roles.map((role) => ({ role, ...ground }));
  changeActor(state, account, moment, { grants: [...getActor(state, account).grants, ...grants] });
});
