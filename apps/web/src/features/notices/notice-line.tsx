import { stages } from "@mingbai/workflow/stages";
import type { Notice } from "@mingbai/workflow/views";
import { caseStages } from "@mingbai/workflow/views/notice-kinds";
import { Link } from "react-router";
import type { TextKey } from "../../i18n/text-key.ts";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { State } from "../../ui/state.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useCaseWords } from "../cases/use-case-words.ts";
import { StageState } from "../matter/stage-state.tsx";
import { kindLooks } from "./kind-look.ts";

/** One notice: what happened, to what, when; opening it reads it. */
export function NoticeLine({ notice, isUnread, onOpen }: { notice: Notice; isUnread: boolean; onOpen(): void }) {
  const { t } = useText();
  const { timeInYear } = useFormat();
  const { icon, tone } = kindLooks[notice.kind];
  return (
    <li className={isUnread ? "notice unread" : "notice"} data-notice={notice.at}>
      <span className="notice-mark">{isUnread && <span className="sr">{t("notices.unread")}</span>}</span>
      <div className="notice-words">
        <State icon={icon} tone={tone}>
          {t(labelOf(notice))}
        </State>
        <Subject notice={notice} onOpen={onOpen} />
      </div>
      <time className="sm i3 num nw" dateTime={new Date(notice.timeMs).toISOString()}>
        {timeInYear(notice.timeMs)}
      </time>
    </li>
  );
}

function Subject({ notice, onOpen }: { notice: Notice; onOpen(): void }) {
  const { matter, person, household, case: found, area, state, kind } = notice;
  const { t, language } = useText();
  if (person !== null && isRecovery(state)) {
    return (
      <Link to={`/people/${person.account}`} onClick={onOpen}>
        {t(`notices.recovery.${state}`, { name: person.name === "" ? person.account : person.name })}
      </Link>
    );
  }
  if (kind === "handedOver") {
    return (
      <Link to="/helpers" onClick={onOpen}>
        {t("notices.handedOver")}
      </Link>
    );
  }
  if (household !== null && kind === "explained") {
    return (
      <>
        <Link to={`/contradictions/${household}`} onClick={onOpen}>
          {t("notices.explained")}
        </Link>
        {area !== null && <span className="sm i3">{area[language]}</span>}
      </>
    );
  }
  if (household !== null) return <MessageLink household={household} state={state} onOpen={onOpen} />;
  if (found !== null && kind === "answered") {
    return (
      <Link to={`/cases/${found.id}/objection`} onClick={onOpen}>
        {t("notices.case.answer")}
      </Link>
    );
  }
  if (found !== null) return <CaseLink found={found} area={area} state={state} onOpen={onOpen} />;
  if (matter === null) return null;
  return (
    <>
      <Link to={`/work/${matter.id}`} onClick={onOpen}>
        {matter.title === "" ? t("notices.sealed") : matter.title}
      </Link>
      <span className="sm i3 row wrap">
        {t("notices.at", { number: matter.number, unit: matter.addressee[language] })}
        {kind === "ended" && isStage(state) && <StageState stage={state} />}
      </span>
    </>
  );
}

/** The people of a household read what is written on the page of their own file. */
function MessageLink({ household, state, onOpen }: { household: string; state: Notice["state"]; onOpen(): void }) {
  const { t } = useText();
  const isOwn = useSession()?.roles.includes("individual") === true;
  return (
    <Link to={isOwn ? "/registry/own" : `/registry/${household}`} onClick={onOpen}>
      {t(state === "office" ? "notices.message.office" : "notices.message.household")}
    </Link>
  );
}

/** What a case came to, and in which village; whose it is, the case itself says to who opens its household's file. */
function CaseLink({
  found: { id, about },
  area,
  state,
  onOpen,
}: {
  found: NonNullable<Notice["case"]>;
  area: Notice["area"];
  state: Notice["state"];
  onOpen(): void;
}) {
  const { t, language } = useText();
  const { stageText } = useCaseWords();
  const stage = caseStages.find((one) => one === state) ?? "applied";
  const words = stageText({ stage, kind: about });
  return (
    <>
      <Link to={`/cases/${id}`} onClick={onOpen}>
        {t(`cases.kind.${about}`)}
      </Link>
      <span className="sm i3">
        {area === null ? words : t("notices.case.in", { stage: words, area: area[language] })}
      </span>
    </>
  );
}

const caseKinds = ["came", "returned", "passed", "disputed", "answered", "ended", "overdue", "soon"] as const;

/** Of cases some happenings are called otherwise. */
function labelOf({ kind, case: found }: Notice): TextKey {
  const known = caseKinds.find((one) => one === kind);
  return found === null || known === undefined ? `notices.kind.${kind}` : `notices.case.${known}`;
}

function isStage(state: Notice["state"]): state is (typeof stages)[number] {
  return stages.some((one) => one === state);
}

const recoveries = ["proposed", "approved", "done", "stopped", "lapsed"] as const;

function isRecovery(state: Notice["state"]): state is (typeof recoveries)[number] {
  return recoveries.some((one) => one === state);
}
