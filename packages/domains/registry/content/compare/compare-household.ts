import { type Source, sources } from "../facts/fact.ts";
import { judgeRule } from "./judge-rule.ts";
import type { KnownFact } from "./known-facts.ts";
import { settle } from "./settle.ts";
import type { Settlement } from "./settlement.ts";
import { type Question, subjectsOf } from "./subjects.ts";
import { levelOf, type Reason, type Unjudged, type Verdict } from "./verdict.ts";

export interface Comparison extends Question {
  /** What was settled about this household. */
  readonly settled?: readonly Settlement[];
}

/**
 * What departments know beside what a household's file says. Pure: the same facts give the same verdict in whatever order
 * they come. Settled reasons are shown as settled for as long as their facts stay as they were.
 */
export function compareHousehold({ settled = [], ...question }: Comparison): Verdict {
  const { rules, file, day } = question;
  const { household, people } = subjectsOf(question);
  const found: Reason[] = [];
  const unjudged: Unjudged[] = [];
  for (const ready of rules.rules) {
    for (const subject of ready.rule.of === "household" ? [household] : people) {
      const judged = judgeRule(ready, rules.version, subject);
      if (judged === undefined) continue;
      if ("fault" in judged) unjudged.push(judged);
      else found.push(judged);
    }
  }
  const { open, closed } = settle(found, settled);
  return {
    household: file.household,
    day,
    version: rules.version,
    level: levelOf(open),
    reasons: open,
    settled: closed,
    unjudged,
    sources: sourcesOf(household.known),
    unasked: people.flatMap(({ person }, at) => (person?.identityNumber === undefined ? [at] : [])),
  };
}

function sourcesOf(known: readonly KnownFact[]): Source[] {
  if (known.length === 0) return [];
  const spoke = new Set(known.map(({ source }) => source));
  return sources.filter((source) => spoke.has(source));
}
