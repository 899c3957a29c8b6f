import { findHex, fromHex } from "@mingbai/codec/hex";
import type { Number64 } from "@mingbai/codec/number64";
import { checkAssertion } from "@mingbai/crypto/check-assertion";
import { schemeOf } from "@mingbai/crypto/scheme";
import { sessionMessage } from "@mingbai/crypto/session-message";
import { verifySignature } from "@mingbai/crypto/verify-signature";
import { isInForce, keyTable } from "@mingbai/ledger/authority/key";
import { findActor } from "@mingbai/ledger/authority/roles-in-force";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import type { State } from "@mingbai/ledger/state/state";

/** The ledger as far as sessions ask it, at the moment of asking. */
export interface SessionLedger {
  readonly chain: Uint8Array;
  readonly state: State;
  readonly head: { readonly height: number };
}

/**
 * Whose key this is, while it counts and the ledger knows the person, with the roles in force at `nowMs`. A session
 * lives only as long as this answers.
 */
export function findKeyHolder({ state, head }: SessionLedger, keyId: Number64, nowMs: number) {
  const key = state.table(keyTable).find(keyId);
  if (key === undefined || !isInForce(key, head.height + 1)) return undefined;
  const actor = findActor(state, key.account, nowMs);
  if (actor === undefined) return undefined;
  return { key, account: key.account, organisation: actor.organisation, roles: actor.roles };
}

/**
 * The account that this signature signs in, or undefined. `origins`: those of this node, one of which it must name;
 * `otherPage`: where a passkey was used, if that was on another node's page.
 */
export function findSignedIn(
  ledger: SessionLedger,
  { origins, otherPage }: { origins: readonly string[]; otherPage: string | undefined },
  { keyId, challenge, signature }: { keyId: Number64; challenge: string; signature: string },
  nowMs: number,
): { account: Number64 } | undefined {
  const holder = findKeyHolder(ledger, keyId, nowMs);
  const scheme = holder && schemeOf(holder.key.scheme);
  const signed = findHex(signature);
  if (holder === undefined || scheme === undefined || signed === undefined) return undefined;
  const publicKey = fromHex(holder.key.publicKey);
  const origin = origins.find((one) => {
    const { message, id } = sessionMessage({ chain: ledger.chain, origin: one, keyId, challenge });
    return verifySignature({ scheme, publicKey, signature: signed, message, id });
  });
  if (origin === undefined) return undefined;
  if (scheme === "webauthn-p256" && !isFromPage(ledger.state, signed, otherPage ?? origin)) return undefined;
  return { account: holder.account };
}

/** The passkey's own account of where it was used must name the page that asks. */
function isFromPage(state: State, signature: Uint8Array, origin: string): boolean {
  const { id } = getConfiguration(state).relyingParty;
  return checkAssertion(signature, { rpId: id, origins: [origin] }) === "ok";
}
