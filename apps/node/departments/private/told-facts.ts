import { utf8 } from "@mingbai/codec/bytes";
import { findJson } from "@mingbai/codec/find-json";
import type { Fact } from "@mingbai/registry/content/facts/fact";

/** What a department seals for one person: all its facts about them as a JSON list, without the number, which the asker has. */
export function encodeToldFacts(facts: readonly Fact[]): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify(facts.map(({ about: _, ...told }) => told)));
}

/** The same, as facts about this number yet to be judged; undefined where the bytes are no such list. */
export function findToldFacts(bytes: Uint8Array, about: string): readonly unknown[] | undefined {
  const told = findJson(bytes);
  return Array.isArray(told) ? told.map((one: unknown) => ({ ...Object(one), about })) : undefined;
}
