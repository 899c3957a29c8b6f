import { knownFields } from "../../form/known-fields.ts";
import type { ColumnTarget } from "./import-mapping.ts";

/** Whether a column holds the household's number: what joins rows, and two sheets. */
export function isHouseholdNumber(target: ColumnTarget): boolean {
  if (target.to === "key") return target.part === "household";
  return target.to === "household" && target.field === knownFields.household.number;
}
