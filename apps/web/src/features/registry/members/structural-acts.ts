/** Acts by which people come, go and move between households, and by which a household's file ends and begins again. */
export const structuralActs = [
  "addPeople",
  "movePeople",
  "splitHousehold",
  "mergeHouseholds",
  "endPerson",
  "assignResponsible",
  "closeHousehold",
  "reopenHousehold",
] as const;
export type StructuralAct = (typeof structuralActs)[number];
