import { createCipheriv, createHmac, hkdfSync } from "node:crypto";
import { contexts } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { readKeyFile } from "@mingbai/crypto/key-file/read-key-file";
import { writeKeyFile } from "@mingbai/crypto/key-file/write-key-file";
import { generateSigner, newSeed } from "@mingbai/crypto/signers/generate-signer";
import type { Signer } from "@mingbai/crypto/signers/signer";

/** One person of the importing organisation: their account, which names their key too. */
export interface ImporterActor {
  readonly account: string;
  readonly signer: Signer;
}

/** What names and salts follow from; it signs nothing. */
export interface ImporterNames {
  /** HMAC-SHA256 over a name, 32 bytes. `purpose` keeps names of different kinds apart. */
  name(purpose: string, ...parts: readonly string[]): Uint8Array<ArrayBuffer>;
  /** `length` secret bytes that belong to a name (AES-256-CTR under the name as key). */
  stream(name: Uint8Array, length: number): Uint8Array;
}

/**
 * Everything that an import makes follows from one secret and the file's bytes: keys, account numbers, identities of
 * manifests, salts. The same file therefore gives the same transactions' contents, and nobody without the secret can tell
 * which supplier has which number.
 */
export interface Importer extends ImporterNames {
  /** Proposes and pays. */
  readonly proposer: ImporterActor;
  /** Approves: nobody approves what they proposed. */
  readonly approver: ImporterActor;
  /** The secret that `deriveNames` takes, for a thread that names and does not sign. */
  readonly naming: Uint8Array;
}

/** The importer in the key file, which is made where it is absent. Throws KeyFileError. */
export async function openImporter(file: { path: string; passphrase: string }): Promise<Importer> {
  return deriveImporter(await readOrMakeSecret(file));
}

/** The importer that follows from 32 secret bytes. */
export function deriveImporter(secret: Uint8Array): Importer {
  const naming = derive(secret, "importer names");
  const names = deriveNames(naming);
  const actor = (role: string): ImporterActor => ({
    account: toHex(names.name("actor", role).subarray(0, 8)),
    signer: generateSigner("ed25519", derive(secret, `importer ${role}`)),
  });
  return { proposer: actor("proposer"), approver: actor("approver"), naming, ...names };
}

/** Names and salts under 32 secret bytes. */
export function deriveNames(naming: Uint8Array): ImporterNames {
  return {
    name: (purpose, ...parts) => {
      const mac = createHmac("sha256", naming);
      // Lengths before texts, so that two lists of parts never read the same.
      for (const part of [purpose, ...parts]) mac.update(`${Buffer.byteLength(part)}:${part}`);
      return new Uint8Array(mac.digest());
    },
    stream: (key, length) => createCipheriv("aes-256-ctr", key, new Uint8Array(16)).update(new Uint8Array(length)),
  };
}

async function readOrMakeSecret({ path, passphrase }: { path: string; passphrase: string }): Promise<Uint8Array> {
  try {
    return (await readKeyFile({ path, passphrase })).secret;
  } catch (error) {
    if (!(error instanceof KeyFileError) || error.code !== "ABSENT") throw error;
  }
  const secret = newSeed();
  const { publicKey } = generateSigner("ed25519", secret);
  await writeKeyFile({ path, kind: "ed25519", publicKey, secret, passphrase });
  return secret;
}

function derive(secret: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(), contexts.nodeKeys + purpose, 32));
}
