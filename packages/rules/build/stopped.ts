import type { EvaluateCode, RuleFault } from "../fault.ts";
import type { RuleType } from "../rule-type.ts";
import { typeWords, type Words } from "../words.ts";

/** A part of a rule that has no value. It is made when the rule is compiled, so stopping allocates nothing. */
export class Stopped {
  readonly fault: RuleFault;

  constructor(fault: EvaluateCode, at: number, name: string, words: Words) {
    this.fault = { fault, at, name, en: words.en, zh: words.zh };
  }
}

export function missing(at: number, path: string): Stopped {
  return new Stopped("MISSING", at, path, { en: `“${path}” is not known.`, zh: `缺“${path}”。` });
}

export function wrongValue(at: number, path: string, type: RuleType): Stopped {
  const words = typeWords(type);
  const en = `“${path}” does not hold ${words.en}.`;
  return new Stopped("WRONG_VALUE", at, path, { en, zh: `“${path}”里的不是${words.zh}。` });
}

export function tooLarge(at: number, path: string): Stopped {
  const en = path === "" ? "A joined text is longer than rules can read." : `“${path}” is longer than declared.`;
  const zh = path === "" ? "连起来的文字超过了规则能读的长度。" : `“${path}”比说好的长。`;
  return new Stopped("TOO_LARGE", at, path, { en, zh });
}

export function overflow(at: number): Stopped {
  const en = "The result has more digits than an exact number can have.";
  return new Stopped("OVERFLOW", at, "", { en, zh: "算出的数位数太多，不能精确表示。" });
}

export function dividedByZero(at: number): Stopped {
  return new Stopped("DIVIDED_BY_ZERO", at, "", { en: "Nothing can be divided by zero.", zh: "除数是 0，不能除。" });
}
