import type { Words } from "../words.ts";
import { RuleError } from "./rule-error.ts";

/** What CEL has and the subset leaves out: how it is spelled, and where that says little, what it is. */
export function outside(spelling: string, at: number, what: Words = quoted(spelling)): RuleError {
  const words = { en: `Rules here do without ${what.en}.`, zh: `这里的规则不用${what.zh}。` };
  return new RuleError("OUTSIDE", at, spelling, words);
}

function quoted(spelling: string): Words {
  return { en: `“${spelling}”`, zh: `“${spelling}”` };
}
