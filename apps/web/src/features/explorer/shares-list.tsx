import { sharesView } from "@mingbai/http/explorer-views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { useOrganisationName } from "../../ui/organisation-names.ts";
import { PageState } from "../../ui/page-state.tsx";

const refreshMs = 5_000;

/** Who fills the newest block, against the most that one organisation may take. */
export function SharesList() {
  const { t, language } = useText();
  const nameOf = useOrganisationName();
  const asked = useView(sharesView, {}, { everyMs: refreshMs });
  const percent = (value: number) => (language === "zh" ? `${value} %` : `${value}%`);
  return (
    <PageState asked={asked} what={t("explorer.what.shares")} rows={3} isEmpty={({ rows }) => rows.length === 0}>
      {({ rows, limitPercent }) => (
        <section>
          <h2>
            {t("explorer.shares")} <small className="i3">{t("explorer.sharesLimit", { percent: limitPercent })}</small>
          </h2>
          <ul className="shares num">
            {rows.map((row) => (
              <li key={row.organisation}>
                <span>{nameOf(row.organisation)}</span>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width="100" height="10" fill="var(--wait-bg)" />
                  <rect
                    width={limitPercent > 0 ? Math.min(100, (row.percent / limitPercent) * 100) : 0}
                    height="10"
                    fill={row.percent > limitPercent * 0.8 ? "var(--c2)" : "var(--c1)"}
                  />
                </svg>
                <span className="r">{percent(row.percent)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PageState>
  );
}
