import { utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { generateSigner } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";

/** A signer that is always the same for a name. */
export function sceneSigner(name: string): Signer {
  return generateSigner("ed25519", sha256(utf8(`scene key: ${name}`)));
}
