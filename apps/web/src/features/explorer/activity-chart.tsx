import { activityView } from "@mingbai/http/explorer-views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { ColumnChart } from "../../ui/column-chart.tsx";
import { countText } from "../../ui/format-money.ts";
import { PageState } from "../../ui/page-state.tsx";
import { useFormat } from "../../ui/use-format.ts";

const refreshMs = 30_000;

/** Lines in each few minutes of the last hours. */
export function ActivityChart() {
  const { t } = useText();
  const { clock } = useFormat();
  const asked = useView(activityView, {}, { everyMs: refreshMs });
  return (
    <section>
      <PageState asked={asked} what={t("explorer.what.activity")} rows={3}>
        {({ bucketMs, buckets }) => {
          const minutes = Math.round(bucketMs / 60_000);
          const most = Math.max(0, ...buckets.map(({ lines }) => lines));
          return (
            <>
              <h2>
                {t("explorer.activity")} <small className="i3">{t("explorer.activityUnit", { minutes })}</small>
              </h2>
              <ColumnChart
                height={170}
                showText={false}
                labelEvery={Math.max(1, Math.ceil(buckets.length / 4))}
                name={t("explorer.activityName", { minutes, most: countText(most) })}
                columns={buckets.map(({ fromMs, lines }, index) => ({
                  key: String(fromMs),
                  label: clock(fromMs).slice(0, 5),
                  value: lines,
                  text: countText(lines),
                  current: index === buckets.length - 1,
                }))}
              />
            </>
          );
        }}
      </PageState>
    </section>
  );
}
