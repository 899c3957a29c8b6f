import type { Operator } from "../language/syntax.ts";
import { findCommonType } from "../rule-type.ts";
import { typeWords } from "../words.ts";
import { type Built, computed } from "./built.ts";
import { fit, fitTogether, wrongType } from "./fit.ts";
import { getPart, stepsOf } from "./parts.ts";
import { Stopped } from "./stopped.ts";

/** `test ? yes : no`: only the chosen side is evaluated; both are of one type. */
export function buildChoice(_operator: Operator, parts: readonly Built[], at: number): Built {
  const test = fit(getPart(parts, 0), "bool", at).run;
  const { yes, no, type } = alike(getPart(parts, 1), getPart(parts, 2), at);
  return computed(type, stepsOf(parts), (frame) => {
    const chosen = test(frame);
    if (chosen instanceof Stopped) return chosen;
    return chosen === true ? yes.run(frame) : no.run(frame);
  });
}

function alike(yes: Built, no: Built, at: number) {
  const type = findCommonType(yes.type, no.type);
  if (type !== undefined) return { yes, no, type };
  if (typeof yes.type !== "string") throw wrongType(no, typeWords(yes.type), at);
  const together = fitTogether(yes, no, at);
  return { yes: together.left, no: together.right, type: together.type };
}
