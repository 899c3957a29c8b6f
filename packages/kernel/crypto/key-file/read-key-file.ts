import { createDecipheriv } from "node:crypto";
import { concat } from "@mingbai/codec/bytes";
import { fromHex } from "@mingbai/codec/hex";
import { KeyFileError } from "./key-file-error.ts";
import { findKeyFileForm, type KeyFileForm, type KeyKind, secretBytes, tagBytes } from "./key-file-form.ts";
import { keyFileContext, passphraseKey } from "./passphrase-key.ts";
import { readPrivateFile } from "./read-private-file.ts";

/** What a key file says without its passphrase. */
export interface PublicKeyFile {
  readonly kind: KeyKind;
  readonly publicKey: Uint8Array<ArrayBuffer>;
}

/** The readable part. Throws KeyFileError ABSENT, READABLE_BY_OTHERS or MALFORMED. */
export async function readPublicKeyFile(path: string): Promise<PublicKeyFile> {
  const { kind, publicKey } = await readForm(path);
  return { kind, publicKey: fromHex(publicKey) };
}

/**
 * The key with its 32-byte seed, for `generateSigner` or `generateSealingKey`. Throws as `readPublicKeyFile` does, and
 * PASSPHRASE_WRONG where the passphrase is another one or the file was altered: the two cannot be told apart.
 */
export async function readKeyFile({
  path,
  passphrase,
}: {
  path: string;
  passphrase: string;
}): Promise<PublicKeyFile & { readonly secret: Uint8Array<ArrayBuffer> }> {
  const form = await readForm(path);
  const { logN, salt } = form.kdf;
  const key = await passphraseKey({ passphrase, salt: fromHex(salt), logN });
  const secret = findSecret(form, key);
  if (secret === undefined) {
    throw new KeyFileError("PASSPHRASE_WRONG", `the passphrase does not open ${path}, or the file was altered`);
  }
  return { kind: form.kind, publicKey: fromHex(form.publicKey), secret };
}

async function readForm(path: string): Promise<KeyFileForm> {
  const form = findKeyFileForm(await readPrivateFile(path));
  if (form !== undefined) return form;
  throw new KeyFileError("MALFORMED", `${path} is not a key file`);
}

function findSecret(form: KeyFileForm, key: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const sealed = fromHex(form.cipher.ciphertext);
  const options = { authTagLength: tagBytes };
  const decipher = createDecipheriv("aes-256-gcm", key, fromHex(form.cipher.nonce), options);
  decipher.setAAD(keyFileContext(form));
  decipher.setAuthTag(sealed.subarray(secretBytes));
  const opened = decipher.update(sealed.subarray(0, secretBytes));
  try {
    return concat(opened, decipher.final());
  } catch {
    // `final` throws for one reason only: the tag is not that of these bytes under this key.
    return undefined;
  }
}
