import { villageReportView } from "@mingbai/registry/views/village-report";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { EmptyState, PageState } from "../../ui/page-state.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { RunProgress } from "../contradictions/run-progress.tsx";
import { isUnderWay, useNewestRun } from "../contradictions/use-newest-run.ts";
import { useRunActs } from "../contradictions/use-run-acts.ts";
import { ReportPart } from "./report-part.tsx";

/** The village's check: begun with one key, how far it is, and what its last one found. */
export function CheckPart({ code }: { code: string }) {
  const { t } = useText();
  const { run, busy, mayCompare } = useNewestRun(code);
  const report = useView(villageReportView, { village: code });
  const acts = useRunActs();
  const isUnchecked = report.data?.report === null;
  return (
    <section aria-labelledby="village-check">
      <div className="row wrap">
        <h2 id="village-check">{t("village.check.title")}</h2>
        <span className="sp" />
        {mayCompare && !busy && (
          <button
            type="button"
            className="btn p"
            disabled={acts.running}
            onClick={() => acts.begin({ village: code, ask: false })}
          >
            <Icon name="play" size={14} />
            {t(isUnchecked ? "village.check" : "village.check.again")}
          </button>
        )}
      </div>
      {run !== undefined && isUnderWay(run) && <RunProgress run={run} />}
      {run?.state === "failed" && (
        <p className="note bad sm" role="alert">
          <Icon name="cross" />
          {t("compare.run.failed")} <span className="xs">{run.trouble}</span>
        </p>
      )}
      {acts.fault !== undefined && (
        <p className="bad sm" role="alert">
          {acts.fault}
        </p>
      )}
      <TakenWhen />
      {isUnchecked && !busy && (
        <EmptyState title={t("village.unchecked")}>
          {t(mayCompare ? "village.unchecked.how" : "village.unchecked.role")}
        </EmptyState>
      )}
      {!isUnchecked && (
        <PageState asked={report} what={t("village.check.title")} rows={6}>
          {(found) => found.report && <ReportPart report={found.report} />}
        </PageState>
      )}
    </section>
  );
}

/** A village's check asks no department: whose data it uses, and from when. */
function TakenWhen() {
  const { t } = useText();
  const { time } = useFormat();
  const { asked, run, mayCompare } = useNewestRun("county");
  if (!mayCompare || asked.data === undefined) return null;
  return (
    <p className="sm i2 on-screen">
      {run === undefined ? t("village.check.noData") : t("village.check.data", { time: time(run.startedMs) })}
    </p>
  );
}
