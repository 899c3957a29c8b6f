/** Why a rule is refused, or why it gives no value. Codes are stable; the words are for whoever wrote the rule. */
export interface RuleFault {
  readonly fault: FaultCode;
  /** Where in the rule's text, in UTF-16 units from 0. */
  readonly at: number;
  /** What it is about: an unknown name, a missing field such as `members[].birth`, a function; or "". */
  readonly name: string;
  readonly en: string;
  readonly zh: string;
}

/** Given by `compileRule`: the text is no rule of this language, for these variables. */
export type CompileCode =
  | "DECLARATION"
  | "TEXT_TOO_LONG"
  | "TOO_DEEP"
  | "TOO_MANY_NODES"
  | "SYNTAX"
  | "OUTSIDE"
  | "NUMBER_TOO_LARGE"
  | "UNKNOWN_NAME"
  | "UNKNOWN_FUNCTION"
  | "NAME_TAKEN"
  | "WRONG_TYPE"
  | "NOT_A_DAY"
  | "TOO_COSTLY";

/** Given by `evaluate`: the rule cannot be judged for these values. `MISSING` is what is not known (yet). */
export type EvaluateCode = "MISSING" | "WRONG_VALUE" | "TOO_LARGE" | "OVERFLOW" | "DIVIDED_BY_ZERO";

export type FaultCode = CompileCode | EvaluateCode;

export function isRuleFault(answer: object): answer is RuleFault {
  return "fault" in answer;
}
