import { noticeCountView } from "@mingbai/workflow/views";
import { useView } from "../../api/use-view.ts";
import { useSettings } from "../../session/use-settings.ts";

const freshEveryMs = 15_000;

interface Unread {
  readonly count: number;
  readonly newest: string | null;
  /** What stands up to this place was read, or is too old to be unread. */
  readonly from: string;
}

/** How many notices the person signed in has not read, up to a hundred, and the newest there is. */
export function useUnread(): Unread | undefined {
  const marks = useSettings()?.notices;
  const asked = useView(noticeCountView, marks === undefined ? {} : { after: marks.seen }, {
    everyMs: freshEveryMs,
    keep: true,
    off: marks === undefined,
  });
  if (marks === undefined || asked.data === undefined) return undefined;
  const { count, newest, from } = asked.data;
  const read = marks.read.filter((at) => Number(at) > Number(from));
  return { count: Math.max(0, count - read.length), newest, from };
}
