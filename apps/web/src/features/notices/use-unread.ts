import { noticeCountView } from "@mingbai/workflow/views";
import { useView } from "../../api/use-view.ts";
import { useSettings } from "../../session/use-settings.ts";

const freshEveryMs = 15_000;

/** How many notices the person signed in has not read, up to a hundred, and the newest there is. */
export function useUnread(): { readonly count: number; readonly newest: string | null } | undefined {
  const marks = useSettings()?.notices;
  const asked = useView(noticeCountView, marks === undefined ? {} : { after: marks.seen }, {
    everyMs: freshEveryMs,
    keep: true,
    off: marks === undefined,
  });
  if (marks === undefined || asked.data === undefined) return undefined;
  const { count, newest } = asked.data;
  return { count: Math.max(0, count - marks.read.length), newest };
}
