import type { Draft, DraftPerson } from "../file/draft.ts";
import type { PlantedFault } from "../made-county.ts";
import type { PlantedKind } from "./kinds.ts";

/** A fault of one household, about these of its people; none: about the household as a whole. */
export function faultAbout(kind: PlantedKind, { household }: Draft, people: readonly DraftPerson[] = []): PlantedFault {
  return {
    kind,
    households: [household],
    people: people.map(({ person }) => person),
    about: people.map(({ identityNumber }) => identityNumber),
  };
}
