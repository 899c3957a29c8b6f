import { standingView } from "@mingbai/levels/views";
import { useView } from "../../../api/use-view.ts";
import type { ResultOf } from "../../../api/view.ts";

/** The roster of another ledger that this one's members approved last. */
export type ApprovedRoster = ResultOf<typeof standingView>["approved"];

/** That roster; undefined until it is here, and for "". */
export function useApprovedRoster(ledger: string): ApprovedRoster | undefined {
  return useView(standingView, { ledger }, { off: ledger === "" }).data?.approved;
}
