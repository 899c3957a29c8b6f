import { useText } from "../../../i18n/use-text.ts";
import { countText } from "../../../ui/format-money.ts";
import type { Counted } from "./portrait.ts";

/** Numbers with bars on one scale, of all households of the village; each opens the households it counts. */
export function Counts({
  title,
  rows,
  of,
  shown,
  show,
}: {
  title: string;
  rows: readonly Counted[];
  of: number;
  shown: string;
  show(id: string): void;
}) {
  const { t } = useText();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {rows.length === 0 && <p className="sm i3">{t("village.report.none")}</p>}
      <ul className="found-groups">
        {rows.map(({ id, label, at }) => (
          <li key={id}>
            <button
              type="button"
              className="plain count-row"
              aria-pressed={shown === id}
              disabled={at.length === 0}
              onClick={() => show(id)}
            >
              <span>{label}</span>
              <span className={at.length === 0 ? "num i3" : "opens num"}>
                {t("registry.households", { count: at.length })}
              </span>
              <Bar part={at.length} whole={of} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How much of the whole: the words beside it say it too. */
export function Bar({ part, whole }: { part: number; whole: number }) {
  const share = whole === 0 ? 0 : (part / whole) * 100;
  return (
    <svg className="count-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width={share} height="6" />
    </svg>
  );
}

/** A count that may be hidden, in words. */
export function useHiddenCount(): (count: number | "HIDDEN") => string {
  const { t } = useText();
  return (count) => (count === "HIDDEN" ? t("portrait.hidden") : countText(count));
}
