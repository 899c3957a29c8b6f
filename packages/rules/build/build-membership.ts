import type { Operator } from "../language/syntax.ts";
import { textSteps } from "../limits.ts";
import { isList } from "../rule-type.ts";
import { type Accept, accept } from "./accept.ts";
import { type Built, computed, type Run } from "./built.ts";
import { fit, wrongType } from "./fit.ts";
import { getPart } from "./parts.ts";
import { Stopped } from "./stopped.ts";

/** `value in list`: the list's items are of the value's scalar type. */
export function buildMembership(_operator: Operator, parts: readonly Built[], at: number): Built {
  const list = getPart(parts, 1);
  if (!isList(list.type)) throw wrongType(list, { en: "a list", zh: "列表" }, at);
  const { list: type, itemsMax } = list.type;
  if (typeof type !== "string")
    throw wrongType(list, { en: "a list of numbers, texts or days", zh: "数、文字或日期的列表" }, at);
  const value = fit(getPart(parts, 0), type, at);
  const steps = value.steps + list.steps + itemsMax * (type === "string" ? textSteps : 1) + 1;
  return computed("bool", steps, membership(value.run, list.run, accept(type, at, `${list.path}[]`)));
}

/** A hit counts even where another item has no value, as in `exists`; without a hit, the first fault is the answer. */
function membership(value: Run, list: Run, judge: Accept): Run {
  return (frame) => {
    const wanted = value(frame);
    if (wanted instanceof Stopped) return wanted;
    const items = list(frame);
    if (items instanceof Stopped) return items;
    let stopped: Stopped | undefined;
    for (const item of items as readonly unknown[]) {
      const found = judge(item);
      if (found === wanted) return true;
      if (found instanceof Stopped) stopped ??= found;
    }
    return stopped ?? false;
  };
}
