import { ProblemError, type SessionView, signIn, signOut, staySignedIn, whoAmI } from "@mingbai/sdk/index";
import { nodeClient } from "../api/node-client.ts";
import { findSigner } from "../keys/find-signer.ts";
import { findKey, keepKey } from "../keys/key-store.ts";
import { remembered } from "../ui/remembered.ts";
import { keyNotHere } from "./problem-texts.ts";
import type { Session } from "./session.ts";
import { signAndSubmit } from "./sign-command.ts";

/** Moments by this device's clock, ms. */
export interface SessionEnds {
  /** When it ends if nothing is done until then. */
  readonly idleEndMs: number;
  /** When it ends in any case. */
  readonly endMs: number;
}

/**
 * `ended`: the time is over, or the page has gone on to another node where a passkey must sign in anew; the page is covered and keeps
 * what was typed until the same person is back.
 */
export type SessionState =
  | { readonly kind: "asking" | "none" }
  | { readonly kind: "in"; readonly session: Session; readonly ends: SessionEnds }
  | { readonly kind: "ended"; readonly why: "time" | "moved"; readonly session: Session };

/** Ends that are nearer to each other are one end, seen through answers that took longer or shorter. */
const travelMsMax = 2_000;

let state: SessionState = { kind: remembered.get("session") ? "asking" : "none" };
const listeners = new Set<() => void>();

export const sessionStore = {
  get: (): SessionState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function become(next: SessionState): void {
  state = next;
  // The cookie is hidden from pages; this note spares visitors a question and tells this person's other pages.
  remembered.set("session", next.kind === "in" ? next.session.keyId : "");
  for (const listener of listeners) listener();
}

/** Asks the node who is signed in. What cannot be asked now leaves everything as it is. */
export async function refreshSession(): Promise<void> {
  try {
    enter(await whoAmI(nodeClient));
  } catch (problem) {
    if (problem instanceof ProblemError && problem.status === 401) leave();
  }
}

/** Signs in with a key of this device or of an invented person. Throws ProblemError. */
export async function signInWith(keyId: string): Promise<void> {
  enter(await signIn(nodeClient, { signer: await getSigner(keyId), keyId }));
  const key = await findKey(keyId);
  if (key === undefined || state.kind !== "in") return;
  const { name, organisation, organisationName } = state.session;
  await keepKey({ ...key, owner: { name, organisation, organisationName, usedMs: Date.now() } });
}

/** The person is there. Near the last moment of a session only signing in anew helps, and this does it. */
export async function stay(): Promise<void> {
  if (state.kind !== "in") return;
  const { ends, session } = state;
  if (ends.endMs > ends.idleEndMs) return enter(await staySignedIn(nodeClient));
  await signInWith(session.keyId);
}

export async function leaveSession(): Promise<void> {
  try {
    await signOut(nodeClient);
  } catch (problem) {
    // It has ended by itself, which is what was asked for.
    if (!(problem instanceof ProblemError && problem.status === 401)) throw problem;
  }
  become({ kind: "none" });
}

function leave(why: "time" | "moved" = "time"): void {
  if (state.kind === "in") become({ kind: "ended", why, session: state.session });
  else if (state.kind === "asking") become({ kind: "none" });
}

function enter(view: SessionView): void {
  const aheadMs = Date.now() - view.nowMs;
  const ends = { idleEndMs: view.idleEndsMs + aheadMs, endMs: view.endsMs + aheadMs };
  const { keyId } = view;
  // A passkey asks its owner each time, so that the page has to ask first.
  nodeClient.findKey = async () => {
    const signer = await findSigner(keyId);
    return signer === undefined || signer.scheme === "webauthn-p256" ? undefined : { signer, keyId };
  };
  become({ kind: "in", session: sessionOf(view), ends: steady(ends) });
}

nodeClient.onMove(({ session }) => {
  if (session === "lost") leave("moved");
  else if (session === "kept") void refreshSession();
});

/** The ends known before where they only differ by how long the answer travelled. */
function steady(ends: SessionEnds): SessionEnds {
  if (state.kind !== "in") return ends;
  const { idleEndMs, endMs } = state.ends;
  const isSame = Math.abs(idleEndMs - ends.idleEndMs) < travelMsMax && Math.abs(endMs - ends.endMs) < travelMsMax;
  return isSame ? state.ends : ends;
}

/** The same object while nothing about the person has changed, so that pages that hold it are not drawn again. */
function sessionOf({ account, keyId, organisation, organisationName, roles, name }: SessionView): Session {
  const person = { account, keyId, organisation, organisationName, roles, name };
  const before = state.kind === "in" || state.kind === "ended" ? state.session : undefined;
  if (before !== undefined && JSON.stringify(before) === JSON.stringify(person)) return before;
  return {
    ...person,
    sign: async (command, input) => {
      return signAndSubmit(nodeClient, { keyId, signer: await getSigner(keyId) }, { command, input });
    },
  };
}

async function getSigner(keyId: string) {
  const signer = await findSigner(keyId);
  if (signer !== undefined) return signer;
  throw keyNotHere();
}
