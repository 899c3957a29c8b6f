import type { Draft } from "../file/draft.ts";
import type { PlantedFault } from "../made-county.ts";
import { dropMeasures } from "./help-measures.ts";

/** Makes a household in hardship into one that has no file: departments know its people, and nobody helps them. */
export function unfile(draft: Draft): PlantedFault {
  dropMeasures(draft);
  const about = draft.people.map(({ identityNumber }) => identityNumber);
  return { kind: "shouldBeRegistered", households: [], people: [], about };
}
