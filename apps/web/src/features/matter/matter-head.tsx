import type { MatterDetail } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { FactMark } from "../../ui/fact-mark.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Money } from "../../ui/money.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { PaperButton } from "../../ui/paper-button.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useSpan } from "./due.tsx";
import { ProgressSteps } from "./progress-steps.tsx";
import { StageState } from "./stage-state.tsx";
import { usePartyText } from "./use-party-text.ts";

/** Until when, with what is left of it. */
function TimeLeft({ dueMs, nowMs }: { dueMs: number; nowMs: number }) {
  const { t } = useText();
  const { time } = useFormat();
  const span = useSpan();
  const isLate = dueMs <= nowMs;
  const left = isLate
    ? t("matter.due.late", { span: span(nowMs - dueMs) })
    : t("matter.due.left", { span: span(dueMs - nowMs, true) });
  return (
    <span className={isLate ? "bad" : dueMs - nowMs < 86_400_000 ? "warn" : ""}>
      {t("matter.due.at", { time: time(dueMs), left })}
    </span>
  );
}

/** Who asks for how much from where, until when, and how far it has come. */
export function MatterHead({ matter, nowMs }: { matter: MatterDetail; nowMs: number }) {
  const { t } = useText();
  const { unit } = useFormat();
  const partyText = usePartyText();
  const title = matter.title === "" ? matter.number : matter.title;
  const last = matter.steps.at(-1);
  const isOther =
    matter.payee.name !== "" &&
    matter.payee.account !== matter.applicant.account &&
    !partyText(matter.applicant).includes(matter.payee.name);
  return (
    <header className="matter-head">
      <p className="row sm i2">
        <Link to="/work" className="row">
          <Icon name="left" size={14} />
          {t("work.title")}
        </Link>
        <span className="sp" />
        <span className="num nw">{matter.number}</span>
        {last && <FactMark transactionId={last.transaction} title={matter.number} />}
        <PaperButton kind="matter" id={matter.id} file={`${t("matter.paper")} ${matter.number}`} />
        <button type="button" className="btn t s" onClick={() => window.print()}>
          <Icon name="print" size={14} />
          {t("matter.print")}
        </button>
      </p>
      <PageTitle title={title}>
        <StageState stage={matter.stage} />
      </PageTitle>
      <dl className="facts">
        <div>
          <dt>{t("matter.field.terms.amount")}</dt>
          <dd>
            <Money minor={matter.amountMinor} /> <small>{unit}</small>
          </dd>
        </div>
        <div>
          <dt>{t("matter.applicant")}</dt>
          <dd>{partyText(matter.applicant)}</dd>
        </div>
        {isOther && (
          <div>
            <dt>{t("matter.field.terms.payee")}</dt>
            <dd>{matter.payee.name}</dd>
          </div>
        )}
        <div>
          <dt>{t("matter.field.terms.fund")}</dt>
          <dd>{matter.fundName}</dd>
        </div>
        {matter.dueMs !== null && (
          <div>
            <dt>{t("work.due")}</dt>
            <dd>
              <TimeLeft dueMs={matter.dueMs} nowMs={nowMs} />
            </dd>
          </div>
        )}
      </dl>
      <ProgressSteps matter={matter} />
    </header>
  );
}
