import { fromHex } from "@mingbai/codec/hex";
import type { Client } from "../client.ts";
import { keepContent, otherCommitment } from "../contents.ts";
import type { MadeBatch, SaltedContent } from "./make-batch.ts";

const atOnceMax = 4;

/**
 * Has the node keep every text of a list, before it is proposed: names and references then stand behind the manifest's
 * `listDigest`. The session of who proposes is needed. Kept again, nothing changes. `onKept` counts contents.
 */
export async function keepTexts(
  client: Client,
  { content, batches }: { content: SaltedContent; batches: readonly Pick<MadeBatch, "contents">[] },
  onKept: (kept: number, of: number) => void = () => undefined,
): Promise<void> {
  const all = [...batches.flatMap(({ contents }) => contents), content];
  let kept = 0;
  for (let from = 0; from < all.length; from += atOnceMax) {
    const some = all.slice(from, from + atOnceMax);
    await Promise.all(some.map((one) => keepOne(client, one)));
    kept += some.length;
    onKept(kept, all.length);
  }
}

async function keepOne(client: Client, { content, salt, commitment }: SaltedContent): Promise<void> {
  const kept = await keepContent(client, content, fromHex(salt));
  if (kept.commitment !== commitment) throw otherCommitment();
}
