import type { ContradictionRules } from "../rule-set.ts";
import { countyContradictions } from "./county-rules.ts";

/** Rule sets, the oldest first, each with the version of the ledger's rules (ADR 26) that it came with; none is ever changed. */
const sets: readonly { readonly since: number; readonly rules: ContradictionRules }[] = [
  { since: 1, rules: countyContradictions },
];

/** The contradiction rules that count under a version of the ledger's rules: the same in every program that knows it. */
export function contradictionsOf(rulesVersion: number): ContradictionRules {
  const found = sets.findLast(({ since }) => since <= rulesVersion);
  if (found === undefined)
    throw new Error(`there are no contradiction rules for version ${rulesVersion} of the ledger's rules`);
  return found.rules;
}
