import { defineEvent } from "@mingbai/ledger/definition/event";
import { organisationTable } from "../tables.ts";

export const organisationRegistered = defineEvent<{
  organisation: string;
  name: { readonly en: string; readonly zh: string };
  area?: string;
}>("identity.organisationRegistered", (state, { organisation, ...row }) => {
  state.table(organisationTable).set(organisation, { ...row, administrators: [] });
});
