import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { areasCreated } from "../events/areas-created.ts";
import { refuse } from "../refusals.ts";
import { type AreaLevel, areaLevels, CreateAreas } from "../schema.ts";
import { areaTable } from "../tables.ts";

/** Districts, streets, villages; all of a list or none. They are public, and shared by all organisations. */
export const createAreas = defineCommand("identity.createAreas", {
  schema: CreateAreas,
  allow: [role("administrator")],
  title: { en: "Create areas", zh: "登记区域" },
  audit: { en: "created areas", zh: "登记了区域" },
  execute({ state }, { areas }) {
    const created = new Map<string, AreaLevel>();
    for (const { area, level, parent } of areas) {
      if (created.has(area) || state.table(areaTable).find(area) !== undefined) return refuse("AREA_EXISTS", { area });
      const above =
        parent === undefined ? undefined : (created.get(parent) ?? state.table(areaTable).find(parent)?.level);
      if (parent !== undefined && above === undefined) return refuse("AREA_UNKNOWN", { area: parent });
      if (above !== areaLevels[areaLevels.indexOf(level) - 1]) return refuse("AREA_LEVEL", { area });
      created.set(area, level);
    }
    return [
      areasCreated({ areas: areas.map(({ parent, ...area }) => (parent === undefined ? area : { ...area, parent })) }),
    ];
  },
});
