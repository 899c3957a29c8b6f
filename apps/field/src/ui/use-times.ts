import { clockText, dayText, timeInYearText } from "@mingbai/app-web/src/ui/format-time";
import { useMemo } from "react";
import { useText } from "../i18n/use-text.ts";

/** Times as people of the phone read them, in its own zone: somebody in the field goes by the phone's clock. */
export function useTimes() {
  const { t, language } = useText();
  return useMemo(() => {
    const zoneOffsetMinutes = -new Date().getTimezoneOffset();
    /** 14:05. */
    const clock = (timeMs: number) => clockText(timeMs, zoneOffsetMinutes).slice(0, 5);
    const isToday = (timeMs: number) => new Date(timeMs).toDateString() === new Date().toDateString();
    return {
      clock,
      isToday,
      /** 今天 14:05; 11 月 20 日 14:05. */
      when: (timeMs: number) =>
        isToday(timeMs)
          ? t("time.today", { clock: clock(timeMs) })
          : timeInYearText(timeMs, { language, zoneOffsetMinutes }),
      day: (day: string) => dayText(day, language),
    };
  }, [t, language]);
}
