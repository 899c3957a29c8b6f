import type { Role } from "@mingbai/ledger/authority/role";
import { defineEvent } from "@mingbai/ledger/definition/event";
import { organisationTable } from "../tables.ts";

export const organisationRegistered = defineEvent<{
  organisation: string;
  name: { readonly en: string; readonly zh: string };
  area?: string;
  /** What its administrators may give; absent: every role. */
  roles?: readonly Role[];
}>("identity.organisationRegistered", (state, { organisation, ...row }) => {
  state.table(organisationTable).set(organisation, { ...row, administrators: [] });
});
