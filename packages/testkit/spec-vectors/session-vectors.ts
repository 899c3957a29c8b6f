import { toHex } from "@mingbai/codec/hex";
import { sessionMessage } from "@mingbai/crypto/session-message";
import { sampleChain, sampleKeyId } from "../sample-domain/sample-ledger.ts";

const origins = ["https://ledger.example", "http://localhost:8470", "http://[::1]:8470", "https://xn--fiq228c.example"];

/** What signing in signs, and what a passkey signs as its challenge. */
export function sessionVectors() {
  return origins.map((origin, index) => {
    const claim = { chain: sampleChain, origin, keyId: sampleKeyId, challenge: `${index}f`.repeat(32) };
    const { message, id } = sessionMessage(claim);
    return { ...claim, chain: toHex(claim.chain), message: toHex(message), id: toHex(id) };
  });
}
