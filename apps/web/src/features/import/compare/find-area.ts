import { knownFields } from "@mingbai/registry/content/form/known-fields";
import type { PlannedHousehold } from "@mingbai/registry/content/import/plan/planned-household";
import type { DeskState } from "../desk/desk-state.ts";

/** Where a household's file would lie; undefined while nobody has said it of its village. */
export function findArea({ places }: Pick<DeskState, "places">, { read }: PlannedHousehold): string | undefined {
  const code = read.household.values[knownFields.household.village];
  return places[typeof code === "string" ? code : ""];
}
