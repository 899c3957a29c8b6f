import type { Operator } from "../language/syntax.ts";
import { textSteps } from "../limits.ts";
import type { ScalarType } from "../rule-type.ts";
import { type Built, computed, type Run } from "./built.ts";
import { compareTexts } from "./compare-texts.ts";
import { fitTogether, wrongType } from "./fit.ts";
import { getPart, stepsOf } from "./parts.ts";
import { Stopped } from "./stopped.ts";

/** Both sides are of one scalar type. Whether one comes first is asked of numbers, texts and days. */
export function buildComparison(operator: Operator, parts: readonly Built[], at: number): Built {
  const { left, right, type } = fitTogether(getPart(parts, 0), getPart(parts, 1), at);
  const steps = stepsOf(parts) + (type === "string" ? textSteps : 0);
  if (operator === "==" || operator === "!=") {
    return computed("bool", steps, equality(left.run, right.run, operator === "=="));
  }
  if (type === "bool") throw wrongType(left, { en: "a number, text or day", zh: "数、文字或日期" }, at);
  return computed("bool", steps, ordered(left.run, right.run, orderOf(operator, type)));
}

function equality(left: Run, right: Run, wanted: boolean): Run {
  return (frame) => {
    const a = left(frame);
    if (a instanceof Stopped) return a;
    const b = right(frame);
    return b instanceof Stopped ? b : (a === b) === wanted;
  };
}

type Order = (a: number, b: number) => boolean;

const orders: Readonly<Record<string, Order>> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** Days and texts are compared to a number first: days as their digits, texts by code points. */
function orderOf(operator: Operator, type: ScalarType): (a: unknown, b: unknown) => boolean {
  const order = orders[operator];
  if (order === undefined) throw new Error(`${operator} orders nothing`);
  if (type === "int") return order as (a: unknown, b: unknown) => boolean;
  return (a, b) => order(compareTexts(a as string, b as string), 0);
}

function ordered(left: Run, right: Run, order: (a: unknown, b: unknown) => boolean): Run {
  return (frame) => {
    const a = left(frame);
    if (a instanceof Stopped) return a;
    const b = right(frame);
    return b instanceof Stopped ? b : order(a, b);
  };
}
