import type { Number64 } from "@mingbai/codec/number64";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { SessionView } from "@mingbai/http/session-views";
import type { Client } from "./client.ts";
import { problemIn } from "./problem-error.ts";
import { sessionPath as path, signInAt } from "./sign-in-at.ts";

export type { SessionView } from "@mingbai/http/session-views";

/**
 * Signs in with a key: from then on this client's questions are answered to its person. It lets read; acts are signed
 * as before. At a node that the client goes on to it signs in again by itself, but with a passkey, which asks its owner. Throws
 * ProblemError SIGN_IN_REFUSED, CHALLENGE_ENDED, ORIGIN_FOREIGN, SIGN_IN_TOO_OFTEN or SIGN_IN_BUSY, TypeError where no node can be
 * reached.
 */
export async function signIn(client: Client, key: { signer: Signer; keyId: Number64 }): Promise<SessionView> {
  const isAsking = key.signer.scheme === "webauthn-p256";
  for (let moves = 1; ; moves++) {
    const { node } = client;
    try {
      const view = await signInAt(node, key);
      client.findKey = async () => (isAsking ? undefined : key);
      return view;
    } catch (fault) {
      const isGone = fault instanceof TypeError && moves < client.urls.length;
      if (!isGone || !(await client.moveFrom(node))) throw fault;
    }
  }
}

/** Who is signed in with this client. Throws ProblemError SESSION_NONE where nobody is. */
export async function whoAmI(client: Client): Promise<SessionView> {
  return begun(client, await answerTo(client, path, "GET"));
}

/** Begins the idle time again; reading alone does not. Throws ProblemError SESSION_NONE where it has ended. */
export async function staySignedIn(client: Client): Promise<SessionView> {
  return begun(client, await answerTo(client, `${path}/stay`, "POST"));
}

/** Ends the session. Throws ProblemError SESSION_NONE where it has ended by itself. */
export async function signOut(client: Client): Promise<void> {
  const response = await client.send(path, { method: "DELETE" });
  client.session.csrf = undefined;
  client.findKey = async () => undefined;
  if (!response.ok) throw await problemIn(response);
}

function begun(client: Client, answer: unknown): SessionView {
  const view = SessionView.parse(answer);
  client.session.csrf = view.csrf;
  return view;
}

async function answerTo(client: Client, to: string, method: string, body?: object): Promise<unknown> {
  const response = await client.send(to, {
    method,
    ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw await problemIn(response);
  return response.json();
}
