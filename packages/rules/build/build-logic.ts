import type { Operator } from "../language/syntax.ts";
import { type Built, computed, type Run } from "./built.ts";
import { fit } from "./fit.ts";
import { getPart, stepsOf } from "./parts.ts";
import { Stopped } from "./stopped.ts";

/**
 * `!`, `&&`, `||`. As in CEL (langdef, "Logical Operators") a side that decides alone does so even where the other has
 * no value: `false && missing` and `missing && false` are false. Else the first fault is the answer.
 */
export function buildLogic(operator: Operator, parts: readonly Built[], at: number): Built {
  const steps = stepsOf(parts);
  const left = fit(getPart(parts, 0), "bool", at).run;
  if (operator === "!") return computed("bool", steps, negation(left));
  const right = fit(getPart(parts, 1), "bool", at).run;
  return computed("bool", steps, either(left, right, operator === "||"));
}

function negation(of: Run): Run {
  return (frame) => {
    const value = of(frame);
    return value instanceof Stopped ? value : !value;
  };
}

/** `decides` is the value that settles it: true for `||`, false for `&&`. */
function either(left: Run, right: Run, decides: boolean): Run {
  return (frame) => {
    const first = left(frame);
    if (first === decides) return decides;
    const second = right(frame);
    if (second === decides) return decides;
    return first instanceof Stopped ? first : second;
  };
}
