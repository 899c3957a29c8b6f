import { RuleError } from "../language/rule-error.ts";
import type { NameSyntax } from "../language/syntax.ts";
import { accept } from "./accept.ts";
import type { Built } from "./built.ts";
import type { Scope } from "./scope.ts";

/** A variable, judged where it is read; or the item of a macro, judged when the macro took it. */
export function buildName({ at, name }: NameSyntax, scope: Scope): Built {
  const item = scope.items.get(name);
  if (item !== undefined) {
    const { slot } = item;
    return { type: item.type, steps: 1, path: item.path, run: (frame) => frame[slot] };
  }
  const type = Object.hasOwn(scope.variables, name) ? scope.variables[name] : undefined;
  if (type === undefined) throw unknownName(name, at);
  scope.plan.reads.add(name);
  const slot = scope.plan.slotOf(name);
  const judge = accept(type, at, name);
  return { type, steps: 1, path: name, run: (frame) => judge(frame[slot]) };
}

export function unknownName(name: string, at: number): RuleError {
  return new RuleError("UNKNOWN_NAME", at, name, { en: `There is no “${name}” here.`, zh: `这里没有“${name}”。` });
}
