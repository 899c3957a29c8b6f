import type { Question } from "../compare/subjects.ts";
import type { Verdict } from "../compare/verdict.ts";
import type { FormDefinition } from "../form/definition.ts";
import type { Proposal } from "./proposal.ts";
import { proposeFromFacts } from "./propose-from-facts.ts";
import { proposeFromIdentity } from "./propose-from-identity.ts";
import { proposeSpelling } from "./propose-spelling.ts";

/**
 * What could be cleaned in a household's file, for a person to confirm. Of two proposals for a field the first stands: a
 * spelling, then what the identity number says, then what departments know.
 */
export function proposeCleaning(question: Question, form: FormDefinition, verdict: Verdict): Proposal[] {
  const { file } = question;
  const proposed = [
    ...proposeSpelling(file, form),
    ...proposeFromIdentity(file, form),
    ...proposeFromFacts(question, verdict),
  ];
  const seen = new Set<string>();
  return proposed.filter(({ subject, field }) => {
    const key = `${subject}/${field}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}
