import { utf8 } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import type { Value, Values } from "../file/value.ts";
import type { KnownFact } from "./known-facts.ts";

/** What a reason rests on. */
export interface Grounds {
  readonly household: string;
  readonly rule: string;
  /** Of a rule about a person: who, as `personKey` has it. */
  readonly person: string | undefined;
  readonly facts: readonly KnownFact[];
  /** What the file says in the fields that the rule is about. */
  readonly fields: Values;
}

/**
 * Names a reason for its facts, 64 hexadecimal digits: the same as long as departments and file say the same. A newer
 * list that repeats a fact leaves it as it is, and so do another version of the rule and another day. It can be guessed
 * by who knows the person, so it is kept sealed as facts are, and never stands on a ledger.
 */
export function reasonDigest({ household, rule, person, facts, fields }: Grounds): string {
  const said = facts.map((fact) => JSON.stringify([fact.about, fact.kind, fact.source, saidBy(fact)])).sort();
  const text = JSON.stringify([household, rule, person ?? "", said, sorted(Object.entries(fields))]);
  return toHex(sha256(contextBytes.contradiction, utf8(text)));
}

const describing = new Set(["id", "about", "kind", "source", "asOf", "monthsOld", "isOld"]);

function saidBy(fact: KnownFact): [string, Value][] {
  return sorted(Object.entries(fact).filter(([field]) => !describing.has(field)));
}

function sorted(entries: [string, Value][]): [string, Value][] {
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}
