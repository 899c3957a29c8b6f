import { concat, viewOf } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { findContent, sealContent } from "@mingbai/crypto/sealing/data-key";
import type { DerivedEntry } from "./derive-entry.ts";
import { factLengthBytes } from "./list-shape.ts";

/** A fact at the size of its list, under its person's key. Throws RangeError where it is longer than the list's facts. */
export function sealFact({
  entry,
  fact,
  factBytes,
}: {
  entry: DerivedEntry;
  fact: Uint8Array;
  factBytes: number;
}): Promise<Uint8Array<ArrayBuffer>> {
  if (fact.length > factBytes) throw new RangeError(`a fact of this list has at most ${factBytes} bytes`);
  const plaintext = new Uint8Array(factLengthBytes + factBytes);
  viewOf(plaintext).setUint16(0, fact.length, true);
  plaintext.set(fact, factLengthBytes);
  return sealContent({ dataKey: entry.factKey, plaintext, context: contextOf(entry) });
}

/** The fact, or undefined where the bytes are not what this person's key sealed beside this tag. */
export async function findFact({
  entry,
  sealed,
}: {
  entry: DerivedEntry;
  sealed: Uint8Array;
}): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const plaintext = await findContent({ dataKey: entry.factKey, content: sealed, context: contextOf(entry) });
  if (plaintext === undefined) return undefined;
  const length = viewOf(plaintext).getUint16(0, true);
  return length > plaintext.length - factLengthBytes
    ? undefined
    : plaintext.slice(factLengthBytes, factLengthBytes + length);
}

function contextOf({ tag }: DerivedEntry): Uint8Array<ArrayBuffer> {
  return concat(contextBytes.comparisonFact, tag);
}
