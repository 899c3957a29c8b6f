import type { NetIncome } from "@mingbai/measures/income/net-income";
import type { RuleFault } from "@mingbai/rules/fault";
import type { Words } from "../compare/fill-words.ts";
import type { Named } from "../compare/named-values.ts";

/** `unknown`: the file does not say what is asked. That is no no, and no yes. */
export type Outcome = "holds" | "fails" | "unknown";

export interface JudgedCondition {
  readonly id: string;
  readonly title: Words;
  readonly outcome: Outcome;
  readonly named: Named;
  readonly words: Words;
  /** Of an unknown outcome: what is missing. */
  readonly fault?: RuleFault;
}

export interface Judgement {
  /** Of the policy. */
  readonly version: number;
  readonly day: string;
  /** `fails` as soon as one condition does, whatever else is unknown. */
  readonly outcome: Outcome;
  readonly income?: NetIncome;
  /** The line of figures, where there is an income. */
  readonly formula?: Words;
  readonly conditions: readonly JudgedCondition[];
}
