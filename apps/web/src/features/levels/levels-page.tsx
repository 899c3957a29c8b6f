import "./levels.css";
import { tiesView } from "@mingbai/levels/views";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { ProposeLink } from "../governance/propose-link.tsx";
import { AssuranceMark } from "./assurance-mark.tsx";
import { FlowsTable } from "./flows-table.tsx";
import { TiesTable } from "./ties-table.tsx";
import { TotalsTable } from "./totals-table.tsx";
import { Transfers } from "./transfers.tsx";

const everyMs = 10_000;

/** The ledgers above and below this one: who vouches for them, what they signed last, what money went over. */
export function Component() {
  const { t } = useText();
  const asked = useView(tiesView, {}, { everyMs });
  return (
    <div className="page levels">
      <PageTitle title={t("levels.title")}>
        <span className="sp" />
        <ProposeLink query="kind=tie" name={t("governance.key.tie")} />
      </PageTitle>
      <p className="i2">{t("levels.lead")}</p>
      <PageState asked={asked} what={t("levels.what")}>
        {({ own, rows }) => (
          <>
            {rows.length === 0 ? (
              <>
                <p>
                  {t("levels.own", { name: own.name })} <AssuranceMark of={own} />
                </p>
                <EmptyState title={t("levels.none")}>{t("levels.none.how")}</EmptyState>
              </>
            ) : (
              <>
                <TiesTable own={own} rows={rows} />
                <TotalsTable own={own} rows={rows} />
                <FlowsTable rows={rows} />
                <Transfers ties={rows} />
              </>
            )}
          </>
        )}
      </PageState>
    </div>
  );
}
