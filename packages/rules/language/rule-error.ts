import type { CompileCode, RuleFault } from "../fault.ts";
import type { Words } from "../words.ts";

/** Ends the compiling of a rule; `compileRule` makes the answer of it. Never leaves this package. */
export class RuleError extends Error {
  readonly found: RuleFault;

  constructor(fault: CompileCode, at: number, name: string, words: Words) {
    super(`${fault} at ${at}: ${words.en}`);
    this.found = { fault, at, name, en: words.en, zh: words.zh };
  }
}
