import { concat } from "@mingbai/codec/bytes";
import { nonceBytes, sealSuite, tagBytes } from "./suite.ts";

/** AES-256-GCM (SP 800-38D) under a key used once; the nonce is random all the same. Suite byte, nonce, ciphertext, tag. */
export async function sealContent({
  dataKey,
  plaintext,
  context,
}: {
  dataKey: Uint8Array;
  plaintext: Uint8Array;
  context: Uint8Array;
}): Promise<Uint8Array<ArrayBuffer>> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const parameters = { name: "AES-GCM", iv: nonce, additionalData: new Uint8Array(context) };
  const key = await importKey(dataKey, "encrypt");
  const sealed = await crypto.subtle.encrypt(parameters, key, new Uint8Array(plaintext));
  return concat(Uint8Array.of(sealSuite), nonce, new Uint8Array(sealed));
}

/** The plaintext, or undefined where the bytes are not what this key sealed in this context. */
export async function findContent({
  dataKey,
  content,
  context,
}: {
  dataKey: Uint8Array;
  content: Uint8Array;
  context: Uint8Array;
}): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (content.length < 1 + nonceBytes + tagBytes || content[0] !== sealSuite) return undefined;
  const iv = content.slice(1, 1 + nonceBytes);
  const key = await importKey(dataKey, "decrypt");
  try {
    const parameters = { name: "AES-GCM", iv, additionalData: new Uint8Array(context) };
    return new Uint8Array(await crypto.subtle.decrypt(parameters, key, content.slice(1 + nonceBytes)));
  } catch (error) {
    // WebCrypto's one word for a tag that does not match; anything else is a failure.
    if (error instanceof DOMException && error.name === "OperationError") return undefined;
    throw error;
  }
}

function importKey(dataKey: Uint8Array, use: "encrypt" | "decrypt"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", new Uint8Array(dataKey), "AES-GCM", false, [use]);
}
