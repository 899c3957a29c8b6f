import type { Settlement } from "../../content/compare/settlement.ts";
import type { Reason } from "../../content/compare/verdict.ts";
import type { ShownReason } from "../../views/household-verdict.ts";

/** A reason as its reader sees it. */
export function shownReason(reason: Reason, by: Settlement | undefined = reason.earlier): ShownReason {
  const { rule, version, level, isOpposite, person, fields, facts, words, action, digest, answer } = reason;
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
    settlement:
      by === undefined ? null : { kind: by.kind, by: by.by, on: by.on, words: by.words, isOwn: by.isOwn === true },
    answer: answer === undefined ? null : { on: answer.on, words: answer.words },
  };
}

/** The same for the household's own people: which other household holds the same person or account is not theirs to know. */
export function shownToOwn(reason: ShownReason): ShownReason {
  const isOther = ({ source }: ShownReason["facts"][number]) => source === "registry";
  const others = reason.facts.filter(isOther).map(({ id, kind }) => id.slice(kind.length + 1));
  const masked = (text: string) => others.reduce((words, other) => words.replaceAll(other, maskedNumber), text);
  return {
    ...reason,
    words: { en: masked(reason.words.en), zh: masked(reason.words.zh) },
    facts: reason.facts.map((fact, at) => (isOther(fact) ? { ...fact, id: `${fact.kind}/${at}` } : fact)),
  };
}

const maskedNumber = "****";

/** Whether a reader of these fields may see it: what it says stands in the fields that it is about. */
export function maySee({ fields }: Reason, seen: ReadonlySet<string>): boolean {
  return fields.every((field) => seen.has(field));
}
