import { useText } from "../i18n/use-text.ts";
import { Icon } from "../ui/icon.tsx";
import { useTimes } from "../ui/use-times.ts";
import type { RecordInHand } from "./use-record.ts";

/** How far the form is, as segments and in words, and when the phone kept the last change. */
export function Progress({
  at,
  titles,
  inHand: { savedMs, isFull },
}: {
  at: number;
  titles: readonly string[];
  inHand: RecordInHand;
}) {
  const { t } = useText();
  const { clock } = useTimes();
  const segment = (index: number): string => (index < at ? "done" : index === at ? "now" : "");
  return (
    <div className="progress">
      <div className="segments" aria-hidden="true">
        {titles.map((title, index) => (
          <i key={title} className={segment(index)} />
        ))}
      </div>
      <div className="progress-words">
        <span>{t("visit.part", { at: at + 1, count: titles.length, title: titles[at] ?? "" })}</span>
        <span role="status" className="ok kept">
          {!isFull && (
            <>
              <Icon name="done" size={14} />
              {t("visit.saved", { clock: clock(savedMs) })}
            </>
          )}
        </span>
      </div>
      {isFull && (
        <p role="alert" className="bad">
          {t("visit.notSaved")}
        </p>
      )}
    </div>
  );
}
