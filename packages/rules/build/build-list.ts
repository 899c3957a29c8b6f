import { RuleError } from "../language/rule-error.ts";
import type { ListSyntax } from "../language/syntax.ts";
import { type Built, computed } from "./built.ts";
import { fit, fitTogether } from "./fit.ts";
import type { Scope } from "./scope.ts";
import { Stopped } from "./stopped.ts";

/** `[a, b]`: at least one item, all of one scalar type. */
export function buildList({ at, items }: ListSyntax, scope: Scope): Built {
  const built = items.map((item) => scope.build(item));
  const [first] = built;
  if (first === undefined) throw empty(at);
  const typed = built.map((item) => fitTogether(first, item, at));
  const type = typed.find((pair) => pair.type === "day")?.type ?? typed[0]?.type ?? "string";
  const runs = built.map((item) => fit(item, type, at).run);
  const steps = built.reduce((sum, item) => sum + item.steps, 1);
  return computed({ list: type, itemsMax: items.length }, steps, (frame) => {
    const values: unknown[] = [];
    for (const run of runs) {
      const value = run(frame);
      if (value instanceof Stopped) return value;
      values.push(value);
    }
    return values;
  });
}

function empty(at: number): RuleError {
  const en = "A list in a rule has at least one item.";
  return new RuleError("WRONG_TYPE", at, "[]", { en, zh: "规则里的列表至少有一项。" });
}
