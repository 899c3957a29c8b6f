import type { SealingKey } from "./sealing-key.ts";
import { findDataKey, wrapDataKey } from "./wrap.ts";

/**
 * The same data key sealed to one more recipient by somebody who can open it (a grant); undefined where `key` does
 * not open `wrapped` in this context.
 */
export async function grant({
  wrapped,
  key,
  recipient,
  context,
}: {
  wrapped: Uint8Array;
  key: SealingKey;
  recipient: Uint8Array;
  context: Uint8Array;
}): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const dataKey = await findDataKey({ wrapped, key, context });
  if (dataKey === undefined) return undefined;
  const regranted = await wrapDataKey({ dataKey, recipient, context });
  dataKey.fill(0);
  return regranted;
}
