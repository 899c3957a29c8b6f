import { type ReactNode, useEffect, useRef } from "react";
import { Link } from "react-router";
import { useText } from "../i18n/use-text.ts";
import { signInWith } from "./session-store.ts";
import { useAttempt } from "./use-attempt.ts";
import { usePersonWords } from "./use-person-words.ts";
import { useSessionState } from "./use-session.ts";

/**
 * What is shown to the person signed in. When their time is over it is hidden, not taken away: what was typed is there
 * again when the same person is. For another person it is made anew.
 */
export function SessionCover({ children }: { children: ReactNode }) {
  const state = useSessionState();
  if (state.kind === "asking") return <div className="state" aria-busy="true" />;
  const isCovered = state.kind === "ended";
  const person = state.kind === "in" || state.kind === "ended" ? state.session.account : "nobody";
  return (
    <>
      {isCovered && <Ended />}
      <div key={person} hidden={isCovered}>
        {children}
      </div>
    </>
  );
}

function Ended() {
  const { t } = useText();
  const state = useSessionState();
  const wordsOf = usePersonWords();
  const { running, fault, attempt } = useAttempt();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (state.kind !== "ended") return null;
  const { session, why } = state;
  const who = wordsOf(session).name;
  return (
    <div className="state" role="alert">
      <h1 ref={heading} tabIndex={-1}>
        {t(why === "moved" ? "session.moved" : "session.ended")}
      </h1>
      <p className="i2">{t(why === "moved" ? "session.moved.kept" : "session.ended.kept", { who })}</p>
      <p className="row wrap">
        <button
          type="button"
          className="btn p"
          aria-disabled={running}
          onClick={() => void attempt(() => signInWith(session.keyId))}
        >
          {t("session.again", { who })}
        </button>
        <Link to="/sign-in">{t("session.other")}</Link>
      </p>
      {fault && <p className="bad">{t("session.failed", { why: fault })}</p>}
    </div>
  );
}
