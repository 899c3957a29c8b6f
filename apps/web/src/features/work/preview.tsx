import { type MatterDetail, type MatterRow, matterView } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useView } from "../../api/use-view.ts";
import { useText } from "../../i18n/use-text.ts";
import { Icon } from "../../ui/icon.tsx";
import { Money } from "../../ui/money.tsx";
import { PageState } from "../../ui/page-state.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { CheckLines } from "../matter/check-lines.tsx";
import { Due } from "../matter/due.tsx";
import { StageState } from "../matter/stage-state.tsx";
import { TimeLine } from "../matter/time-line.tsx";
import { usePartyText } from "../matter/use-party-text.ts";
import { VersionChanges } from "../matter/version-changes.tsx";

const stepsShown = 4;

function Understood({ detail }: { detail: MatterDetail }) {
  const { t } = useText();
  return (
    <>
      <VersionChanges matter={detail} />
      <CheckLines checks={detail.checks} />
      <section>
        <h3>{t("work.soFar")}</h3>
        <TimeLine matter={detail} steps={detail.steps.slice(-stepsShown)} />
      </section>
    </>
  );
}

/** The matter in hand, so that most cases are understood without opening them. */
export function Preview({ row, nowMs, onForward }: { row: MatterRow; nowMs: number; onForward?: () => void }) {
  const { t } = useText();
  const { unit } = useFormat();
  const partyText = usePartyText();
  const asked = useView(matterView, { matter: row.id }, { keep: false });
  return (
    <>
      <div className="preview-body">
        <p className="row sm i2">
          <span className="num nw">{row.number}</span>
          <span className="sp" />
          <Due dueMs={row.dueMs} nowMs={nowMs} />
        </p>
        <div>
          <h2>{row.title === "" ? t("work.sealed") : row.title}</h2>
          <p className="sm i2">{partyText(row.applicant)}</p>
        </div>
        <p className="preview-amount">
          <Money minor={row.amountMinor} /> <small className="i3">{unit}</small>
        </p>
        <p className="row wrap sm i2">
          {row.fundName} <StageState stage={row.stage} />
        </p>
        <PageState asked={asked} what={t("work.thisMatter")} rows={4}>
          {(detail) => <Understood detail={detail} />}
        </PageState>
      </div>
      <div className="preview-acts">
        <Link className="btn p" to={`/work/${row.id}`}>
          {t("work.open")} <kbd>Enter</kbd>
        </Link>
        {onForward && asked.data?.may.includes("workflow.forwardMatter") && (
          <button type="button" className="btn" onClick={onForward}>
            <Icon name="forward" />
            {t("work.forward")} <kbd>F</kbd>
          </button>
        )}
      </div>
    </>
  );
}
