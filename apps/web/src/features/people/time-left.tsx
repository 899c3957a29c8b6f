import { useText } from "../../i18n/use-text.ts";
import { spanParts } from "../../ui/due-time.ts";
import { useNow } from "../../ui/use-now.ts";

/** How long is left until a moment, told again every half minute. */
export function TimeLeft({ untilMs }: { untilMs: number }) {
  const { t } = useText();
  const nowMs = useNow();
  if (untilMs <= nowMs) return <p className="num">{t("people.left.none")}</p>;
  const { days, hours, minutes } = spanParts(untilMs - nowMs);
  return (
    <p className="num">{days > 0 ? t("people.left.days", { days }) : t("people.left.hours", { hours, minutes })}</p>
  );
}
