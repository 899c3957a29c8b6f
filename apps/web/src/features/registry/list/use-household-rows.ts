import { householdsPageMax, householdsView } from "@mingbai/registry/views/households";
import type { PageStart } from "../../../api/each-page.ts";
import { runQuery } from "../../../api/run-query.ts";
import { usePages } from "../../../api/use-pages.ts";
import type { HouseholdFilter } from "./list-address.ts";

/** The households of one filter, fetched page after page, with the counts of the whole filter. */
export function useHouseholdRows(filter: HouseholdFilter) {
  const key = [householdsView.name, "rows", filter];
  const { rows, pages, first } = usePages(key, (start, signal) => askHouseholds(filter, start, signal), { keep: true });
  return { rows, pages, households: first?.households ?? 0, people: first?.people ?? 0 };
}

/** One page of a filter's households. */
export function askHouseholds(filter: HouseholdFilter, start: PageStart, signal?: AbortSignal) {
  return runQuery(householdsView, { ...filter, limit: householdsPageMax, ...start }, signal);
}
