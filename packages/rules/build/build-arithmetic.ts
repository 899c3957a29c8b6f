import type { Operator } from "../language/syntax.ts";
import { textSteps, textUnitsMax } from "../limits.ts";
import { type Built, computed, type Run } from "./built.ts";
import { fit } from "./fit.ts";
import { getPart, stepsOf } from "./parts.ts";
import { dividedByZero, overflow, Stopped, tooLarge } from "./stopped.ts";

/**
 * Whole numbers; `/` and `%` go toward zero, as the tests of CEL's definition have it. A result is exact or it is a
 * fault: CEL's int has 64 bits, this one the 53 of a safe integer, so no result differs but some are refused. `+` also
 * joins texts.
 */
export function buildArithmetic(operator: Operator, parts: readonly Built[], at: number): Built {
  const left = getPart(parts, 0);
  if (operator === "+" && left.type === "string") return buildJoin(left, getPart(parts, 1), at);
  const a = fit(left, "int", at).run;
  const steps = stepsOf(parts);
  if (operator === "negate") return computed("int", steps, negation(a));
  const b = fit(getPart(parts, 1), "int", at).run;
  const compute = operations[operator];
  if (compute === undefined) throw new Error(`${operator} computes nothing`);
  if (operator === "/" || operator === "%") return computed("int", steps, division(a, b, compute, dividedByZero(at)));
  return computed("int", steps, operation(a, b, compute, overflow(at)));
}

type Compute = (a: number, b: number) => number;

const operations: Readonly<Record<string, Compute>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  // What remains is taken off first, so the division is exact.
  "/": (a, b) => (a - (a % b)) / b,
  "%": (a, b) => a % b,
};

/** A sum or product that is safe is exact: a wrongly rounded one lies at 2^53 or beyond. Adding 0 makes +0 of −0. */
function operation(left: Run, right: Run, compute: Compute, inexact: Stopped): Run {
  return (frame) => {
    const a = left(frame);
    if (a instanceof Stopped) return a;
    const b = right(frame);
    if (b instanceof Stopped) return b;
    const result = compute(a as number, b as number);
    return Number.isSafeInteger(result) ? result + 0 : inexact;
  };
}

function division(left: Run, right: Run, compute: Compute, byZero: Stopped): Run {
  return (frame) => {
    const a = left(frame);
    if (a instanceof Stopped) return a;
    const b = right(frame);
    if (b instanceof Stopped) return b;
    return b === 0 ? byZero : compute(a as number, b as number) + 0;
  };
}

function negation(of: Run): Run {
  return (frame) => {
    const value = of(frame);
    return value instanceof Stopped ? value : 0 - (value as number);
  };
}

function buildJoin(left: Built, right: Built, at: number): Built {
  const second = fit(right, "string", at).run;
  const large = tooLarge(at, "");
  return computed("string", stepsOf([left, right]) + textSteps, (frame) => {
    const a = left.run(frame);
    if (a instanceof Stopped) return a;
    const b = second(frame);
    if (b instanceof Stopped) return b;
    const joined = `${a}${b}`;
    return joined.length > textUnitsMax ? large : joined;
  });
}
