import { defineEvent } from "@mingbai/ledger/definition/event";
import { organisationTable } from "../tables.ts";

export const organisationRegistered = defineEvent<{
  organisation: string;
  name: { readonly en: string; readonly zh: string };
}>("identity.organisationRegistered", (state, { organisation, name }) => {
  state.table(organisationTable).set(organisation, { name, administrators: 0 });
});
