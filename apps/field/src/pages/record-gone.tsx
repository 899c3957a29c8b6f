import { useText } from "../i18n/use-text.ts";
import { linkTo } from "../ui/route.ts";
import { Screen } from "../ui/screen.tsx";

/** What an address shows whose record is handed in, thrown away or another person's. */
export function RecordGone() {
  const { t } = useText();
  return (
    <Screen title={t("record.title")} tab="records">
      <div className="state">
        <p>{t("visit.gone")}</p>
        <p>
          <a href={linkTo("records")}>{t("tab.records")}</a>
        </p>
      </div>
    </Screen>
  );
}
