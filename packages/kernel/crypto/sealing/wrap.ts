import { concat } from "@mingbai/codec/bytes";
import { DecapError, DeserializeError, OpenError } from "hpke";
import type { SealingKey } from "./sealing-key.ts";
import { sealingKeyBytes, sealSuite, suite, wrapInfo, wrappedBytes } from "./suite.ts";

const encapsulatedEnd = 1 + 32;

/** The data key sealed to one recipient's public key, 81 bytes. Throws where the recipient is no usable X25519 key. */
export async function wrapDataKey({
  dataKey,
  recipient,
  context,
}: {
  dataKey: Uint8Array;
  recipient: Uint8Array;
  context: Uint8Array;
}): Promise<Uint8Array<ArrayBuffer>> {
  if (recipient.length !== sealingKeyBytes) throw new RangeError("a recipient's sealing key is 32 bytes");
  const key = await suite.DeserializePublicKey(recipient);
  const options = { info: wrapInfo, aad: context };
  const { encapsulatedSecret, ciphertext } = await suite.Seal(key, dataKey, options);
  return concat(Uint8Array.of(sealSuite), encapsulatedSecret, ciphertext);
}

/** The data key in `wrapped`, or undefined where it was not sealed to this key in this context. */
export async function findDataKey({
  wrapped,
  key,
  context,
}: {
  wrapped: Uint8Array;
  key: SealingKey;
  context: Uint8Array;
}): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (wrapped.length !== wrappedBytes || wrapped[0] !== sealSuite) return undefined;
  const options = { info: wrapInfo, aad: context };
  try {
    const encapsulated = wrapped.slice(1, encapsulatedEnd);
    return new Uint8Array(await suite.Open(key.pair, encapsulated, wrapped.slice(encapsulatedEnd), options));
  } catch (error) {
    // The library's words for a wrapping that another key or context made; anything else is a failure.
    if (error instanceof OpenError || error instanceof DecapError || error instanceof DeserializeError)
      return undefined;
    throw error;
  }
}
