import type { RuleType } from "../rule-type.ts";

/** The values of one evaluation: variables and macros' items, by slot. */
export type Frame = unknown[];

/** A part of a rule, ready to run: gives a value of the part's type, or `Stopped`. Never throws. */
export type Run = (frame: Frame) => unknown;

export interface Built {
  readonly type: RuleType;
  /** How many steps the part takes at most, whatever the values are. */
  readonly steps: number;
  readonly run: Run;
  /** What it reads, as `member.birth`; "" for what is computed. */
  readonly path: string;
  /** Its text, where it is a text that stands in the rule. */
  readonly literal?: string;
}

export function computed(type: RuleType, steps: number, run: Run): Built {
  return { type, steps, run, path: "" };
}
