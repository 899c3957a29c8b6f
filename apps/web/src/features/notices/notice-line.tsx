import type { Notice } from "@mingbai/workflow/views";
import { Link } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { useSession } from "../../session/use-session.ts";
import { State } from "../../ui/state.tsx";
import { useFormat } from "../../ui/use-format.ts";
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
          {t(`notices.kind.${notice.kind}`)}
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
  const { matter, person, household, state, kind } = notice;
  const { t, language } = useText();
  if (person !== null && isRecovery(state)) {
    return (
      <Link to={`/people/${person.account}`} onClick={onOpen}>
        {t(`notices.recovery.${state}`, { name: person.name === "" ? person.account : person.name })}
      </Link>
    );
  }
  if (household !== null) return <MessageLink household={household} state={state} onOpen={onOpen} />;
  if (matter === null) return null;
  return (
    <>
      <Link to={`/work/${matter.id}`} onClick={onOpen}>
        {matter.title === "" ? t("notices.sealed") : matter.title}
      </Link>
      <span className="sm i3 row wrap">
        {t("notices.at", { number: matter.number, unit: matter.addressee[language] })}
        {kind === "ended" && !isRecovery(state) && !isSide(state) && <StageState stage={state} />}
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

function isSide(state: Notice["state"]): state is "household" | "office" {
  return state === "household" || state === "office";
}

const recoveries = ["proposed", "approved", "done", "stopped", "lapsed"] as const;

function isRecovery(state: Notice["state"]): state is (typeof recoveries)[number] {
  return recoveries.some((one) => one === state);
}
