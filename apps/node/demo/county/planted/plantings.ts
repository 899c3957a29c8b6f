import { belongings } from "./belongings.ts";
import { hardship } from "./hardship.ts";
import { identities } from "./identities.ts";
import type { PlantedKind } from "./kinds.ts";
import { mistakes } from "./mistakes.ts";
import { pairs } from "./pairs.ts";
import type { Planting } from "./planting.ts";

/** How each kind is planted; who has no file is made apart (`unfiled.ts`). */
export const plantings: Readonly<Record<Exclude<PlantedKind, "shouldBeRegistered">, Planting>> = {
  ...belongings,
  ...hardship,
  ...identities,
  ...mistakes,
  ...pairs,
};
