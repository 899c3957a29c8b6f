import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { organisationPlaced } from "../events/organisation-placed.ts";
import { refuse } from "../refusals.ts";
import { PlaceOrganisation } from "../schema.ts";
import { areaTable } from "../tables.ts";

/** Says in which area one's own organisation acts. Roles for a part of another area stay as they are. */
export const placeOrganisation = defineCommand("identity.placeOrganisation", {
  schema: PlaceOrganisation,
  allow: [role("administrator")],
  title: { en: "Set the organisation's area", zh: "设定机构辖区" },
  audit: { en: "set the own organisation's area to {area}", zh: "把本机构的辖区设为 {area}" },
  execute({ state, actor }, { area }) {
    if (state.table(areaTable).find(area) === undefined) return refuse("AREA_UNKNOWN", { area });
    return [organisationPlaced({ organisation: actor.organisation, area })];
  },
});
