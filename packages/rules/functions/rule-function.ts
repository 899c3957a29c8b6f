import type { RuleType, ScalarType } from "../rule-type.ts";

/** What an argument must be: a scalar type, any list, or a list of numbers. */
export type Taken = ScalarType | "list" | "ints";

/** A pure function that rules can call, as `name(a, b)` or, where it has the form of a method, `a.name(b)`. */
export interface RuleFunction {
  readonly name: string;
  readonly isMethod: boolean;
  readonly takes: readonly Taken[];
  readonly gives: ScalarType;
  /** Beside the one step of its call, given what its arguments are. */
  readonly steps: (types: readonly RuleType[]) => number;
  /** Gives a value for any arguments of its types; `undefined` where the number would not be exact. */
  readonly run: (a: never, b: never) => boolean | number | string | undefined;
}
