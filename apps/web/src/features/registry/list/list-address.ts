import { householdsView } from "@mingbai/registry/views";
import { z } from "zod";

const { area, monitored, cause, import: imported, mine, open, ended, text } = householdsView.params.shape;
export const HouseholdFilter = z.object({ area, monitored, cause, import: imported, mine, open, ended, text });
export type HouseholdFilter = z.infer<typeof HouseholdFilter>;
export type FilterName = keyof HouseholdFilter;

/** Reads an address; what it cannot read it leaves out, so that an old or mistyped address still opens a list. */
export function readFilter(search: URLSearchParams): HouseholdFilter {
  const filter: Record<string, unknown> = {};
  for (const [name, value] of search) {
    const one = HouseholdFilter.safeParse({ [name]: value });
    if (one.success) Object.assign(filter, one.data);
  }
  return HouseholdFilter.parse(filter);
}

/** The address of a list, after `?`. */
export function filterAddress(filter: HouseholdFilter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value !== undefined) search.set(name, value);
  return search;
}
