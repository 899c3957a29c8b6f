import { isRuleFault } from "@mingbai/rules/fault";
import type { FileSubject } from "../check/file-fault.ts";
import { bindFacts, type Subject } from "../compare/bind-facts.ts";
import type { ReadyTake } from "../compare/compile-rules.ts";
import type { KnownFact } from "../compare/known-facts.ts";
import { type Question, subjectsOf } from "../compare/subjects.ts";
import type { Verdict } from "../compare/verdict.ts";
import type { Proposal } from "./proposal.ts";

/**
 * What departments know of fields that the file says nothing in, or says otherwise than they do: the latter only where a
 * reason about the field is open and their lists are newer than the file. What was settled is not proposed again.
 */
export function proposeFromFacts(question: Question, verdict: Verdict): Proposal[] {
  const { household, people } = subjectsOf(question);
  const { takes } = question.rules;
  return takes.flatMap((ready) =>
    ready.take.of === "household"
      ? propose(ready, "household", household, { question, verdict })
      : people.flatMap((subject, at) => propose(ready, at, subject, { question, verdict })),
  );
}

function propose(
  ready: ReadyTake,
  at: FileSubject,
  subject: Subject,
  { question, verdict }: { question: Question; verdict: Verdict },
): Proposal[] {
  const { field } = ready.take;
  const bindings = bindFacts(ready, subject);
  if (isRuleFault(bindings) || bindings.facts.length === 0) return [];
  const outcome = ready.is.evaluate(bindings);
  const from = (at === "household" ? subject.bindings.h : subject.bindings.p)?.[field];
  if (isRuleFault(outcome) || outcome.value === from) return [];
  if (from !== undefined && !(isOpen(verdict, at, field) && isNewer(bindings.facts, question.file.changedOn)))
    return [];
  const because = {
    kind: "facts",
    facts: bindings.facts.map(({ id, source, asOf }) => ({ id, source, asOf })),
  } as const;
  const { household } = question.file;
  return [{ household, subject: at, field, to: outcome.value, because, ...(from !== undefined && { from }) }];
}

function isOpen({ reasons }: Verdict, at: FileSubject, field: string): boolean {
  return reasons.some(
    ({ fields, person }) => fields.includes(field) && (at === "household" || person === undefined || person.at === at),
  );
}

/** Nobody knows when the file was changed last: then its own value is as good. */
function isNewer(facts: readonly KnownFact[], changedOn: string | undefined): boolean {
  return changedOn !== undefined && facts.every(({ asOf }) => asOf > changedOn);
}
