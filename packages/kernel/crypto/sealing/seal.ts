import { sealContent } from "./data-key.ts";
import { dataKeyBytes } from "./suite.ts";
import { wrapDataKey } from "./wrap.ts";

/** Content under a data key of its own, and that key sealed to each recipient; wrapped keys live only in vaults. */
export interface Sealed {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly wraps: readonly { readonly recipient: Uint8Array; readonly wrapped: Uint8Array<ArrayBuffer> }[];
}

export const recipientsMax = 1_024;
export const sealedContentBytesMax = 64 * 1024 * 1024;

/**
 * Seals `plaintext` to each recipient (X25519 public keys, 32 bytes). `context` says what and where this is (record,
 * field, chain); it is not stored and must be given again to open. Throws RangeError past the bounds.
 */
export async function seal({
  recipients,
  plaintext,
  context,
}: {
  recipients: readonly Uint8Array[];
  plaintext: Uint8Array;
  context: Uint8Array;
}): Promise<Sealed> {
  if (recipients.length === 0 || recipients.length > recipientsMax) throw new RangeError("1 to 1,024 recipients");
  if (plaintext.length > sealedContentBytesMax) throw new RangeError("more than 64 MiB to seal");
  const dataKey = crypto.getRandomValues(new Uint8Array(dataKeyBytes));
  const content = await sealContent({ dataKey, plaintext, context });
  const wrapped = recipients.map(async (recipient) => ({
    recipient,
    wrapped: await wrapDataKey({ dataKey, recipient, context }),
  }));
  const wraps = await Promise.all(wrapped);
  dataKey.fill(0);
  return { content, wraps };
}
