import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { sessionMessage } from "@mingbai/crypto/session-message";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { chainView } from "@mingbai/http/ledger-views";
import { SessionChallenge, SessionView } from "@mingbai/http/session-views";
import type { Client } from "./client.ts";
import { problemIn } from "./problem-error.ts";

export type { SessionView } from "@mingbai/http/session-views";

const path = "/api/session";

/**
 * Signs in with a key: from then on this client's questions are answered to its person. It lets read; acts are signed
 * as before. Throws ProblemError SIGN_IN_REFUSED, CHALLENGE_ENDED, ORIGIN_FOREIGN, SIGN_IN_TOO_OFTEN or SIGN_IN_BUSY.
 */
export async function signIn(
  client: Client,
  { signer, keyId }: { signer: Signer; keyId: Number64 },
): Promise<SessionView> {
  const { chain } = await client.ask(chainView, {});
  const { challenge } = SessionChallenge.parse(await answerTo(client, `${path}/challenge`, "POST", { keyId }));
  const claim = { chain: fromHex(chain), origin: new URL(client.url).origin, keyId, challenge };
  const signature = toHex(await signer.sign(sessionMessage(claim)));
  return begun(client, await answerTo(client, path, "POST", { keyId, challenge, signature }));
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
