import { fileWriters } from "@mingbai/identity/reads/file-offices";
import { role } from "@mingbai/ledger/authority/role";
import { defineCommand } from "@mingbai/ledger/definition/command";
import { findAreaRefusal, findTakenRefusal } from "../checks/keeping.ts";
import { householdOpened } from "../events/household-opened.ts";
import { OpenHouseholds } from "../schema.ts";

/** Files of new households begin, kept by the actor's organisation: all of them or none. */
export const openHouseholds = defineCommand("registry.openHouseholds", {
  schema: OpenHouseholds,
  allow: fileWriters.map(role),
  title: { en: "Open household files", zh: "建立户档案" },
  audit: { en: "opened household files", zh: "建立了户档案" },
  execute(context, { import: from, households }) {
    const areas = new Set(households.map(({ area }) => area));
    for (const area of areas) {
      const refusal = findAreaRefusal(context, area);
      if (refusal !== undefined) return refusal;
    }
    for (const { household, people } of households)
      for (const subject of [household, ...people.map((person) => person.subject)]) {
        const refusal = findTakenRefusal(context, subject);
        if (refusal !== undefined) return refusal;
      }
    const { account: by, organisation: keeper } = context.actor;
    return households.map((one) =>
      householdOpened({ ...one, keeper, by, ...(from !== undefined && { import: from }) }),
    );
  },
});
