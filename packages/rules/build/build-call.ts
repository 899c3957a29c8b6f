import { functions, outsideFunctions } from "../functions/functions.ts";
import type { RuleFunction, Taken } from "../functions/rule-function.ts";
import { outside } from "../language/outside.ts";
import { RuleError } from "../language/rule-error.ts";
import type { CallSyntax } from "../language/syntax.ts";
import { isList } from "../rule-type.ts";
import { type Built, computed, type Run } from "./built.ts";
import { checkedItems } from "./checked-items.ts";
import { fit, wrongType } from "./fit.ts";
import { getPart, stepsOf } from "./parts.ts";
import type { Scope } from "./scope.ts";
import { overflow, Stopped } from "./stopped.ts";

/** A call of one of `functions`. Those of one name differ in their first argument. */
export function buildCall({ at, name, isMethod, args }: CallSyntax, scope: Scope): Built {
  const named = functions.filter((one) => one.name === name);
  if (named.length === 0) throw outsideFunctions.has(name) ? outside(name, at) : unknownFunction(name, at);
  const shaped = named.filter((one) => one.isMethod === isMethod && one.takes.length === args.length);
  const [fallback] = shaped;
  if (fallback === undefined) throw wrongForm(named, at);
  const parts = args.map((arg) => scope.build(arg));
  const first = getPart(parts, 0);
  const called = shaped.find((one) => takes(one.takes[0], first)) ?? fallback;
  const fitted = parts.map((part, i) => fitArgument(part, called.takes[i], at));
  const steps = stepsOf(fitted) + called.steps(fitted.map((part) => part.type));
  return computed(called.gives, steps, calling(called, fitted, overflow(at)));
}

function calling({ run, takes }: RuleFunction, args: readonly Built[], inexact: Stopped): Run {
  const apply = run as (a: unknown, b: unknown) => unknown;
  const left = getPart(args, 0).run;
  const right = takes.length > 1 ? getPart(args, 1).run : undefined;
  return (frame) => {
    const a = left(frame);
    if (a instanceof Stopped) return a;
    const b = right?.(frame);
    return b instanceof Stopped ? b : (apply(a, b) ?? inexact);
  };
}

function takes(taken: Taken | undefined, { type }: Built): boolean {
  return taken === type || ((taken === "list" || taken === "ints") && isList(type));
}

function fitArgument(part: Built, taken: Taken | undefined, at: number): Built {
  if (taken === undefined) throw new Error("a call has more arguments than its function takes");
  if (taken !== "list" && taken !== "ints") return fit(part, taken, at);
  if (!isList(part.type)) throw wrongType(part, { en: "a list", zh: "列表" }, at);
  if (taken === "list") return part;
  if (part.type.list !== "int") throw wrongType(part, { en: "a list of whole numbers", zh: "整数的列表" }, at);
  return checkedItems(part, part.type, at);
}

function unknownFunction(name: string, at: number): RuleError {
  return new RuleError("UNKNOWN_FUNCTION", at, name, {
    en: `Rules know no “${name}(…)”.`,
    zh: `规则里没有“${name}(…)”。`,
  });
}

function wrongForm(named: readonly RuleFunction[], at: number): RuleError {
  const forms = named.map(({ name, isMethod, takes }) => {
    const letters = takes.map((_, i) => "abc"[i] ?? "");
    return isMethod ? `${letters[0]}.${name}(${letters.slice(1).join(", ")})` : `${name}(${letters.join(", ")})`;
  });
  const written = [...new Set(forms)].join(", ");
  return new RuleError("UNKNOWN_FUNCTION", at, written, { en: `It is written ${written}.`, zh: `写法是 ${written}。` });
}
