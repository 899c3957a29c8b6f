import { householdsView } from "@mingbai/registry/views/households";
import { z } from "zod";
import { filterAddressOf } from "../../../ui/filter-address.ts";

const { area, monitored, cause, import: imported, mine, open, ended, text } = householdsView.params.shape;
export const HouseholdFilter = z.object({ area, monitored, cause, import: imported, mine, open, ended, text });
export type HouseholdFilter = z.infer<typeof HouseholdFilter>;
export type FilterName = keyof HouseholdFilter;

/** The address of a list of households. */
export const listAddress = filterAddressOf(HouseholdFilter);
