import { RuleError } from "./rule-error.ts";

/** What CEL has and the subset leaves out, as it is spelled in a rule. */
export function outside(spelling: string, at: number): RuleError {
  return new RuleError("OUTSIDE", at, spelling, {
    en: `Rules here do without “${spelling}”.`,
    zh: `这里的规则不用“${spelling}”。`,
  });
}
