import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { remembered } from "../ui/remembered.ts";
import { refreshSession, type SessionState, sessionStore, stay } from "./session-store.ts";
import { useSessionState } from "./use-session.ts";

/** How often the page tells the node that its person is there. */
const tellEveryMs = 60_000;
const checkEveryMs = 10_000;
const acts = ["keydown", "pointerdown"] as const;

/** Keeps what the page shows in step with who is signed in. Draws nothing. */
export function SessionKeeper() {
  const state = useSessionState();
  const queries = useQueryClient();
  const before = useRef(state);
  useEffect(() => {
    const from = before.current;
    before.current = state;
    // What one person was answered is not for the next.
    if (from.kind !== "asking" && accountOf(from) !== accountOf(state)) void queries.resetQueries();
    else if (from.kind === "ended") void queries.invalidateQueries();
  }, [state, queries]);
  const { kind } = state;
  useEffect(() => {
    if (kind === "asking") void refreshSession();
    const timer = setInterval(() => checkEnd(), checkEveryMs);
    return () => clearInterval(timer);
  }, [kind]);
  useEffect(tellOfPresence, []);
  useEffect(() => remembered.onChange("session", () => void refreshSession()), []);
  return null;
}

function accountOf(state: SessionState): string | undefined {
  return state.kind === "in" || state.kind === "ended" ? state.session.account : undefined;
}

/** Past its end the node is asked, since another page of the same person may have prolonged it. */
function checkEnd(): void {
  const state = sessionStore.get();
  if (state.kind === "asking" || (state.kind === "in" && Date.now() >= state.ends.idleEndMs)) void refreshSession();
}

function tellOfPresence(): () => void {
  let toldMs = Date.now();
  const tell = () => {
    const state = sessionStore.get();
    const isLast = state.kind === "in" && state.ends.endMs <= state.ends.idleEndMs;
    if (state.kind !== "in" || isLast || Date.now() < toldMs + tellEveryMs) return;
    toldMs = Date.now();
    // Without an answer the strip that warns of the end stays, and says so in time.
    stay().catch(() => refreshSession());
  };
  for (const act of acts) document.addEventListener(act, tell, { capture: true, passive: true });
  return () => {
    for (const act of acts) document.removeEventListener(act, tell, { capture: true });
  };
}
