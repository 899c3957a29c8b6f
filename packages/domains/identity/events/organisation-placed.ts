import { defineEvent } from "@mingbai/ledger/definition/event";
import { getOrganisation } from "../grants/change-actor.ts";
import { organisationTable } from "../tables.ts";

export const organisationPlaced = defineEvent<{ organisation: string; area: string }>(
  "identity.organisationPlaced",
  (state, { organisation, area }) => {
    state.table(organisationTable).set(organisation, { ...getOrganisation(state, organisation), area });
  },
);
