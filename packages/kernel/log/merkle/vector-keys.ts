import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { concat, utf8 } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import type { SignEd25519, VerifyEd25519 } from "@mingbai/ledger/proofs/ed25519";
import type { NoteKey, NoteKeyType } from "@mingbai/ledger/proofs/note-key";

/** DER before a bare Ed25519 seed (RFC 8410, PKCS #8) and before a bare public key (SPKI). */
const seedPrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const publicPrefix = Buffer.from("302a300506032b6570032100", "hex");

/** A key made from its name, whose secret is public: for vectors and tests only. Seed = SHA-256("mingbai vector key " ‖ name). */
export function vectorKey(name: string, type: NoteKeyType): { readonly key: NoteKey; readonly sign: SignEd25519 } {
  const seed = sha256(utf8(`mingbai vector key ${name}`));
  const secret = createPrivateKey({ key: Buffer.from(concat(seedPrefix, seed)), format: "der", type: "pkcs8" });
  const spki = createPublicKey(secret).export({ format: "der", type: "spki" });
  const publicKey = new Uint8Array(spki.subarray(publicPrefix.length));
  return { key: { name, type, publicKey }, sign: (message) => new Uint8Array(sign(null, message, secret)) };
}

/** Ed25519 by node:crypto, for keys made by `vectorKey`. */
export const verifyVector: VerifyEd25519 = ({ publicKey, message, signature }) => {
  const key = createPublicKey({ key: Buffer.from(concat(publicPrefix, publicKey)), format: "der", type: "spki" });
  return verify(null, message, key, signature);
};
