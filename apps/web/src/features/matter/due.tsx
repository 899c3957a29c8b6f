import { useText } from "../../i18n/use-text.ts";
import { spanParts, urgencyOf, weekdayText } from "../../ui/due-time.ts";
import { useLedger } from "../../ui/ledger-context.ts";
import { State } from "../../ui/state.tsx";
import { useFormat } from "../../ui/use-format.ts";

/** How long: 1 天, 3 小时, 54 分; with `whole`, hours and minutes together. */
export function useSpan(): (spanMs: number, whole?: boolean) => string {
  const { t } = useText();
  return (spanMs, whole = false) => {
    const { days, hours, minutes } = spanParts(spanMs);
    if (days > 0) return t("matter.span.days", { count: days });
    if (hours === 0) return t("matter.span.minutes", { count: minutes });
    const hoursText = t("matter.span.hours", { count: hours });
    return whole && minutes > 0 ? `${hoursText} ${t("matter.span.minutes", { count: minutes })}` : hoursText;
  };
}

/** When the next act is due, as short as a column: late, a clock time, a weekday, a date. Nothing at an end. */
export function Due({ dueMs, nowMs }: { dueMs: number | null; nowMs: number }) {
  const { t, language } = useText();
  const { zoneOffsetMinutes } = useLedger();
  const format = useFormat();
  const span = useSpan();
  if (dueMs === null) return <span className="i3">{t("matter.due.none")}</span>;
  const urgency = urgencyOf(dueMs, { timeMs: nowMs, zoneOffsetMinutes });
  if (urgency === "overdue") {
    return (
      <State icon="warn" tone="bad">
        {t("matter.due.late", { span: span(nowMs - dueMs) })}
      </State>
    );
  }
  if (urgency === "today") {
    return (
      <State icon="clock" tone="warn">
        {format.clock(dueMs).slice(0, 5)}
      </State>
    );
  }
  const words =
    urgency === "week"
      ? weekdayText(dueMs, { language, zoneOffsetMinutes })
      : format.timeInYear(dueMs).replace(/,? \d\d:\d\d$/, "");
  return (
    <State icon="clock" tone="i2">
      {words}
    </State>
  );
}
