import { createCipheriv } from "node:crypto";
import { concat } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import { type KeyFileForm, type KeyKind, nonceBytes, saltBytes, scryptCost, secretBytes } from "./key-file-form.ts";
import { keyFileContext, passphraseKey } from "./passphrase-key.ts";
import { writePrivateFile } from "./write-private-file.ts";

/**
 * Writes a key encrypted under a passphrase (scrypt, AES-256-GCM), mode 0600, whole or not at all. `secret` is the
 * 32-byte seed. Throws KeyFileError EXISTS where a file stands at `path`, unless `replace` (a changed passphrase).
 */
export async function writeKeyFile({
  path,
  kind,
  publicKey,
  secret,
  passphrase,
  replace = false,
}: {
  path: string;
  kind: KeyKind;
  publicKey: Uint8Array;
  secret: Uint8Array;
  passphrase: string;
  replace?: boolean;
}): Promise<void> {
  if (secret.length !== secretBytes) throw new RangeError("a key file holds a seed of 32 bytes");
  const salt = crypto.getRandomValues(new Uint8Array(saltBytes));
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const key = await passphraseKey({ passphrase, salt, logN: scryptCost.logN });
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(keyFileContext({ kind, publicKey: toHex(publicKey) }));
  const ciphertext = concat(cipher.update(secret), cipher.final(), cipher.getAuthTag());
  const form: KeyFileForm = {
    format: "mingbai-key/1",
    kind,
    publicKey: toHex(publicKey),
    kdf: { name: "scrypt", ...scryptCost, salt: toHex(salt) },
    cipher: { name: "aes-256-gcm", nonce: toHex(nonce), ciphertext: toHex(ciphertext) },
  };
  await writePrivateFile({ path, text: `${JSON.stringify(form, null, 2)}\n`, replace });
}
