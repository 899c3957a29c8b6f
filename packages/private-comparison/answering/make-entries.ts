import { concat } from "@mingbai/codec/bytes";
import { type ItemKind, itemBytes } from "../item.ts";
import { chunkItemsMax } from "../limits.ts";
import { deriveEntry } from "../offer/derive-entry.ts";
import { sealFact } from "../offer/seal-fact.ts";
import { evaluateOwn } from "./evaluate-own.ts";
import type { ComparisonKey } from "./generate-key.ts";

/** A person of the list, with what a match is told; no bytes where the list has no facts. */
export interface ListedItem {
  readonly text: string;
  readonly fact: Uint8Array;
}

/** What all entries of one list have in common. */
export interface ListPlan {
  readonly key: ComparisonKey;
  readonly kind: ItemKind;
  readonly salt: Uint8Array;
  readonly factBytes: number;
}

/**
 * Entries of up to `chunkItemsMax` people: the caller goes through its list by chunks, and can show how far it is. Throws
 * RangeError on more, on a text that is not spelt as its kind is, and on a fact that is too long.
 */
export async function makeEntries(plan: ListPlan, items: readonly ListedItem[]): Promise<Uint8Array<ArrayBuffer>[]> {
  if (items.length > chunkItemsMax) throw new RangeError(`more than ${chunkItemsMax} people in one chunk`);
  return await Promise.all(items.map((item) => makeEntry(plan, item)));
}

async function makeEntry({ key, kind, salt, factBytes }: ListPlan, { text, fact }: ListedItem) {
  const entry = deriveEntry({ output: evaluateOwn(key.secretKey, itemBytes(kind, text)), salt });
  // A fact given to a list without facts is refused below, not dropped.
  if (factBytes === 0 && fact.length === 0) return concat(entry.tag);
  return concat(entry.tag, await sealFact({ entry, fact, factBytes }));
}
