import { useSyncExternalStore } from "react";
import type { Session } from "./session.ts";
import { type SessionState, sessionStore } from "./session-store.ts";

/** Everything about signing in, for the shell and the sign-in page. */
export function useSessionState(): SessionState {
  return useSyncExternalStore(sessionStore.subscribe, sessionStore.get);
}

/**
 * The person signed in, or undefined: who they are, for which organisation, in which roles, and how they sign.
 * Stays while an ended session waits for the same person, so that a form keeps what was typed.
 */
export function useSession(): Session | undefined {
  const state = useSessionState();
  return state.kind === "in" || state.kind === "ended" ? state.session : undefined;
}
