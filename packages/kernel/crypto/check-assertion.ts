import { equalBytes, utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { findAssertion } from "./webauthn/assertion.ts";
import { findClientData } from "./webauthn/client-data.ts";

/** Why a valid passkey signature does not count on a ledger. */
export type AssertionFault =
  | "ASSERTION_MALFORMED"
  | "TYPE_WRONG"
  | "ORIGIN_WRONG"
  | "CROSS_ORIGIN"
  | "RP_ID_WRONG"
  | "USER_NOT_PRESENT"
  | "USER_NOT_VERIFIED";

const userPresent = 0x01;
const userVerified = 0x04;

/**
 * Whether a passkey's answer (the encoded signature, already verified) was given on this ledger's own pages by a
 * user present and verified (WebAuthn §7.2 steps 11–17). The counter is not looked at: synced passkeys keep none,
 * and it would make the verdict depend on what was seen before. The first fault in the order of the type wins.
 */
export function checkAssertion(
  signature: Uint8Array,
  { rpId, origins }: { rpId: string; origins: readonly string[] },
): "ok" | AssertionFault {
  const assertion = findAssertion(signature);
  const clientData = assertion && findClientData(assertion.clientDataJson);
  if (assertion === undefined || clientData === undefined) return "ASSERTION_MALFORMED";
  if (clientData.type !== "webauthn.get") return "TYPE_WRONG";
  if (!origins.includes(clientData.origin)) return "ORIGIN_WRONG";
  if (clientData.crossOrigin) return "CROSS_ORIGIN";
  if (!equalBytes(assertion.authenticatorData.subarray(0, 32), sha256(utf8(rpId)))) return "RP_ID_WRONG";
  const flags = assertion.authenticatorData[32] ?? 0;
  if ((flags & userPresent) === 0) return "USER_NOT_PRESENT";
  return (flags & userVerified) === 0 ? "USER_NOT_VERIFIED" : "ok";
}
