import { actorTable, type Role } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { countAdministrators } from "./count-administrators.ts";

export const actorRegistered = defineEvent<{ account: string; organisation: string; roles: readonly Role[] }>(
  "identity.actorRegistered",
  (state, { account, organisation, roles }) => {
    state.table(actorTable).set(account, { organisation, roles });
    countAdministrators(state, { organisation, before: [], after: roles });
  },
);
