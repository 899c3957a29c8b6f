import { checkAssertion } from "@mingbai/crypto/check-assertion";
import { schemes } from "@mingbai/crypto/scheme";
import { getConfiguration } from "../genesis/configuration.ts";
import type { State } from "../state/state.ts";
import type { Envelope } from "../transaction/envelope.ts";

/** Why a passkey's answer does not count on this ledger; undefined where it does, and for keys of other kinds. */
export function findAssertionFault(state: State, { header, signature }: Envelope): string | undefined {
  if (header.scheme !== schemes["webauthn-p256"]) return undefined;
  const { id, origins } = getConfiguration(state).relyingParty;
  const verdict = checkAssertion(signature, { rpId: id, origins });
  return verdict === "ok" ? undefined : verdict;
}
