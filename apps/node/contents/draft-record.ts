import { concat, utf8 } from "@mingbai/codec/bytes";
import { type CanonicalObject, canonicalBytes, findCanonical } from "@mingbai/codec/canonical-json";
import { open } from "@mingbai/crypto/sealing/open";
import { seal } from "@mingbai/crypto/sealing/seal";
import type { SealingKey } from "@mingbai/crypto/sealing/sealing-key";
import { wrappedBytes } from "@mingbai/crypto/sealing/suite";
import type { DraftPlace } from "@mingbai/http/contents/contents-port";
import { z } from "zod";

const Stored = z.strictObject({
  version: z.int().positive(),
  savedMs: z.int().nonnegative(),
  label: z.string().optional(),
  content: z.custom<CanonicalObject>((value) => typeof value === "object" && value !== null && !Array.isArray(value)),
});
export type DraftRecord = z.infer<typeof Stored>;

/** A draft as its file holds it: the wrapped data key, then the content. It opens as this draft of this account only. */
export async function sealDraft(key: SealingKey, place: DraftPlace, draft: DraftRecord): Promise<Uint8Array> {
  const plaintext = canonicalBytes(draft);
  const { content, wraps } = await seal({ recipients: [key.publicKey], plaintext, context: contextOf(place) });
  return concat(...wraps.map(({ wrapped }) => wrapped), content);
}

/** The draft in a file's bytes, or undefined where they are not what was written for this place. */
export async function findSealedDraft(
  key: SealingKey,
  place: DraftPlace,
  bytes: Uint8Array,
): Promise<DraftRecord | undefined> {
  const wrapped = bytes.subarray(0, wrappedBytes);
  const content = bytes.subarray(wrappedBytes);
  const opened = await open({ content, wrapped, key, context: contextOf(place) });
  if (typeof opened === "string") return undefined;
  return Stored.safeParse(findCanonical(opened)).data;
}

function contextOf({ account, id }: DraftPlace): Uint8Array {
  return utf8(`draft ${account}/${id}`);
}
