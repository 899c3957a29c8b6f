import type { CaseFile } from "@mingbai/registry/views/cases";
import { Link } from "react-router";
import { useText } from "../../../i18n/use-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { PageTitle } from "../../../ui/page-title.tsx";
import { State } from "../../../ui/state.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useSpan } from "../../matter/due.tsx";
import { lastMoment, stageLooks, useCaseWords } from "../use-case-words.ts";
import { Progress } from "./progress.tsx";

const dayMs = 86_400_000;

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
    <span className={isLate ? "bad" : dueMs - nowMs < dayMs ? "warn" : ""}>
      {t("matter.due.at", { time: time(dueMs), left })}
    </span>
  );
}

/** Whose case, where it stands, whose turn, until when, by which policy, and how far it has come. */
export function CaseHead({ found, nowMs, isOwn }: { found: CaseFile; nowMs: number; isOwn: boolean }) {
  const { t } = useText();
  const { time } = useFormat();
  const { stageText, turnText } = useCaseWords();
  const turn = turnText(found);
  const isDecided = found.steps.some(({ kind, stage }) => kind === "moved" && decided.includes(stage));
  return (
    <header className="matter-head">
      <p className="row sm i2">
        <Link to={isOwn ? "/registry/own" : "/cases"} className="row">
          <Icon name="left" size={14} />
          {t(isOwn ? "own.title" : "cases.title")}
        </Link>
        <span className="sp" />
        <span className="num nw">{found.number}</span>
        {isDecided && (
          <button type="button" className="btn t s" onClick={() => window.print()}>
            <Icon name="print" size={14} />
            {t("cases.print")}
          </button>
        )}
      </p>
      <PageTitle title={t(`cases.title.${found.kind}`, { head: found.head === "" ? found.number : found.head })}>
        <State {...stageLooks[found.stage]}>{stageText(found)}</State>
      </PageTitle>
      <dl className="facts">
        {turn !== "" && (
          <div>
            <dt>{t("cases.turn")}</dt>
            <dd>{turn}</dd>
          </div>
        )}
        {found.dueMs !== null && (
          <div>
            <dt>{t("cases.due")}</dt>
            <dd>
              <TimeLeft dueMs={lastMoment(found.dueMs)} nowMs={nowMs} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t("cases.opened")}</dt>
          <dd className="num">{time(found.openedMs)}</dd>
        </div>
        {found.channel !== null && (
          <div>
            <dt>{t("cases.channel")}</dt>
            <dd>{t(`cases.channel.${found.channel}`)}</dd>
          </div>
        )}
        <div>
          <dt>{t("cases.policy")}</dt>
          <dd>{t("cases.policy.version", { version: found.policy })}</dd>
        </div>
      </dl>
      <Progress found={found} />
    </header>
  );
}

const decided: readonly string[] = ["accepted", "declined", "observed"];
