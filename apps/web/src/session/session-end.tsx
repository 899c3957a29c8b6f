import { useEffect, useState } from "react";
import { useText } from "../i18n/use-text.ts";
import { Icon } from "../ui/icon.tsx";
import { useFormat } from "../ui/use-format.ts";
import { refreshSession, stay } from "./session-store.ts";
import { useAttempt } from "./use-attempt.ts";
import { useSessionState } from "./use-session.ts";

const warnBeforeMs = 2 * 60_000;

/** A strip two minutes before a session ends: when, why, and one button to stay. */
export function SessionEnd() {
  const { t } = useText();
  const { clock } = useFormat();
  const state = useSessionState();
  const { running, fault, attempt } = useAttempt();
  const endMs = state.kind === "in" ? state.ends.idleEndMs : undefined;
  const isNear = useNear(endMs);
  if (state.kind !== "in" || !isNear) return null;
  const { idleEndMs, endMs: lastMs } = state.ends;
  const time = clock(idleEndMs).slice(0, "14:06".length);
  return (
    <div className="session-end" role="alert">
      <Icon name="clock" />
      <span>{t(lastMs <= idleEndMs ? "session.soonEnd" : "session.soon", { time })}</span>
      <button type="button" className="btn p" aria-disabled={running} onClick={() => void attempt(stay)}>
        {t("session.stay")}
      </button>
      {fault && <span className="bad">{t("session.failed", { why: fault })}</span>}
    </div>
  );
}

/** True from two minutes before `endMs`, after the node was asked whether another page has moved it. */
function useNear(endMs: number | undefined): boolean {
  const [nearOf, setNearOf] = useState<number>();
  useEffect(() => {
    if (endMs === undefined) return;
    const timer = setTimeout(
      () => void refreshSession().then(() => setNearOf(endMs)),
      Math.max(0, endMs - warnBeforeMs - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [endMs]);
  return endMs !== undefined && nearOf === endMs;
}
