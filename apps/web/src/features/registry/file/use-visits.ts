import { visitsView } from "@mingbai/registry/views/visits";
import { useView } from "../../../api/use-view.ts";

const shownMax = 20;

/** The newest visits to a household, for who has opened its file. */
export function useVisits(household: string) {
  return useView(visitsView, { household, limit: shownMax });
}
