import { findContent } from "./data-key.ts";
import type { SealingKey } from "./sealing-key.ts";
import { findDataKey } from "./wrap.ts";

/** KEY_REFUSED: the wrapped key is not for this key and context; CONTENT_REFUSED: the content is not the sealed one. */
export type OpenFault = "KEY_REFUSED" | "CONTENT_REFUSED";

/** The plaintext, or why this key does not open it. `context` is the one given to `seal`. */
export async function open({
  content,
  wrapped,
  key,
  context,
}: {
  content: Uint8Array;
  wrapped: Uint8Array;
  key: SealingKey;
  context: Uint8Array;
}): Promise<Uint8Array<ArrayBuffer> | OpenFault> {
  const dataKey = await findDataKey({ wrapped, key, context });
  if (dataKey === undefined) return "KEY_REFUSED";
  const plaintext = await findContent({ dataKey, content, context });
  dataKey.fill(0);
  return plaintext ?? "CONTENT_REFUSED";
}
