/** Acts by which people come, go, move between households and get at their file, and by which a household's file ends and begins again. */
export const structuralActs = [
  "addPeople",
  "movePeople",
  "splitHousehold",
  "mergeHouseholds",
  "endPerson",
  "bindAccount",
  "assignResponsible",
  "closeHousehold",
  "reopenHousehold",
] as const;
export type StructuralAct = (typeof structuralActs)[number];
