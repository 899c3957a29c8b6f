import type { Settlement } from "../../content/compare/settlement.ts";
import type { Reason } from "../../content/compare/verdict.ts";
import type { ShownReason } from "../../views/comparison.ts";

/** A reason as its reader sees it. */
export function shownReason(reason: Reason, by: Settlement | undefined = reason.earlier): ShownReason {
  const { rule, version, level, isOpposite, person, fields, facts, words, action, digest } = reason;
  return {
    rule,
    version,
    level,
    isOpposite,
    person: person === undefined ? null : { at: person.at, person: person.person ?? null, name: person.name ?? "" },
    fields: [...fields],
    facts: [...facts],
    words,
    action,
    digest,
    settlement: by === undefined ? null : { kind: by.kind, by: by.by, on: by.on, words: by.words },
  };
}

/** Whether a reader of these fields may see it: what it says stands in the fields that it is about. */
export function maySee({ fields }: Reason, seen: ReadonlySet<string>): boolean {
  return fields.every((field) => seen.has(field));
}
