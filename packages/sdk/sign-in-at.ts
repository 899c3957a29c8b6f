import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { sessionMessage } from "@mingbai/crypto/session-message";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { chainView } from "@mingbai/http/ledger-views";
import { SessionChallenge, SessionView } from "@mingbai/http/session-views";
import { askBy, type NodeLink } from "./nodes/node-link.ts";
import { problemIn } from "./problem-error.ts";

export const sessionPath = "/api/session";

/** Signs in at one node: what is signed names it, and counts at no other. Throws as `signIn`, TypeError where it is gone. */
export async function signInAt(
  node: NodeLink,
  { signer, keyId }: { readonly signer: Signer; readonly keyId: Number64 },
): Promise<SessionView> {
  const { chain } = await askBy(node.send, chainView, {});
  const { challenge } = SessionChallenge.parse(await post(node, `${sessionPath}/challenge`, { keyId }));
  const claim = { chain: fromHex(chain), origin: new URL(node.url).origin, keyId, challenge };
  const signature = toHex(await signer.sign(sessionMessage(claim)));
  const view = SessionView.parse(await post(node, sessionPath, { keyId, challenge, signature }));
  node.session.csrf = view.csrf;
  return view;
}

async function post(node: NodeLink, path: string, body: object): Promise<unknown> {
  const headers = { "content-type": "application/json" };
  const response = await node.send(path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw await problemIn(response);
  return response.json();
}
