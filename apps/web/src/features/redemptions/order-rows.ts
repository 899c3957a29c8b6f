import { type RedemptionRow, redemptionsView } from "@mingbai/treasury/views/acts";
import { runQuery } from "../../api/run-query.ts";
import { usePages } from "../../api/use-pages.ts";
import type { ParamsOf } from "../../api/view.ts";
import type { DeskBox } from "./desk-boxes.ts";

const pageRows = 200;
const freshEveryMs = 5_000;
/** As many pages are asked again every time; a longer list stays as it was opened. */
const freshPagesMax = 3;

export type OrderState = RedemptionRow["state"];

/** What one part of the desk asks for; an order by its id is found in all of them. */
export function questionOf(
  box: DeskBox,
  { state, order }: { state?: OrderState | undefined; order?: string | undefined },
): ParamsOf<typeof redemptionsView> & object {
  if (order !== undefined) return { endToEndId: order };
  if (box === "waiting") return { of: "office", state: "locked" };
  return { ...(box === "own" ? { of: "holder" as const } : {}), ...(state === undefined ? {} : { state }) };
}

/** Orders page after page, the newest first; short lists are kept fresh, so that states change under the eyes. */
export function useOrderRows(question: ParamsOf<typeof redemptionsView> & object, { off }: { off: boolean }) {
  return usePages(
    [redemptionsView.name, question],
    (start, signal) => runQuery(redemptionsView, { ...question, limit: pageRows, ...start }, signal),
    {
      enabled: !off,
      refetchInterval: ({ state }) => ((state.data?.pages.length ?? 0) > freshPagesMax ? false : freshEveryMs),
    },
  );
}
