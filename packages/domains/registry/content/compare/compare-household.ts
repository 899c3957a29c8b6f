import { type Source, sources } from "../facts/fact.ts";
import type { FactIndex } from "../facts/fact-index.ts";
import type { ReadyRules } from "./compile-rules.ts";
import { type ComparedFile, findNumber, type HouseholdIndex } from "./household-index.ts";
import { judgeRule, type Subject } from "./judge-rule.ts";
import { factsOf, type KnownFact } from "./known-facts.ts";
import { settle } from "./settle.ts";
import type { Settlement } from "./settlement.ts";
import type { Level, Reason, ReasonPerson, Unjudged, Verdict } from "./verdict.ts";

export interface Comparison {
  readonly rules: ReadyRules;
  readonly file: ComparedFile;
  readonly facts: FactIndex;
  readonly index: HouseholdIndex;
  /** YYYY-MM-DD for which it is asked. */
  readonly day: string;
  /** What was settled about this household. */
  readonly settled?: readonly Settlement[];
}

/**
 * What departments know beside what a household's file says. Pure: the same facts give the same verdict in whatever order
 * they come. Settled reasons are shown as settled for as long as their facts stay as they were.
 */
export function compareHousehold({ rules, file, facts, index, day, settled = [] }: Comparison): Verdict {
  const { version, trust, limits } = rules;
  const people = file.people.map(({ values }) => values);
  const knowledge = { facts, index, trust, day };
  const known = people.map((person) => {
    const number = findNumber(person.identityNumber);
    return number === undefined ? undefined : factsOf(number, file.household, knowledge);
  });
  const shared = { h: file.values, people, day, limits };
  const household: Subject = {
    household: file.household,
    known: known.flatMap((some) => some ?? []),
    bindings: shared,
  };
  const each = known.map((some, at): Subject => personSubject(file, at, some ?? [], shared));
  const found: Reason[] = [];
  const unjudged: Unjudged[] = [];
  for (const ready of rules.rules) {
    for (const subject of ready.rule.of === "household" ? [household] : each) {
      const judged = judgeRule(ready, version, subject);
      if (judged === undefined) continue;
      if ("fault" in judged) unjudged.push(judged);
      else found.push(judged);
    }
  }
  const { open, closed } = settle(found, settled);
  return {
    household: file.household,
    day,
    version,
    level: worstOf(open),
    reasons: open,
    settled: closed,
    unjudged,
    sources: sourcesOf(household.known),
    unasked: known.flatMap((some, at) => (some === undefined ? [at] : [])),
  };
}

function personSubject(
  file: ComparedFile,
  at: number,
  known: readonly KnownFact[],
  shared: Subject["bindings"],
): Subject {
  const entry = file.people[at];
  if (entry === undefined) throw new Error("a person of a file is not in it");
  const { person, values } = entry;
  const number = findNumber(values.identityNumber);
  const named: ReasonPerson = {
    at,
    ...(person !== undefined && { person }),
    ...(number !== undefined && { identityNumber: number }),
    ...(typeof values.name === "string" && { name: values.name }),
  };
  return { household: file.household, known, bindings: { ...shared, p: values }, person: named };
}

function worstOf(reasons: readonly Reason[]): Level {
  if (reasons.some(({ level }) => level === "red")) return "red";
  return reasons.length > 0 ? "yellow" : "green";
}

function sourcesOf(known: readonly KnownFact[]): Source[] {
  if (known.length === 0) return [];
  const spoke = new Set(known.map(({ source }) => source));
  return sources.filter((source) => spoke.has(source));
}
