import { outside } from "./outside.ts";
import type { CelExpr } from "./parse-text.ts";
import type { EachSyntax, Macro, Syntax } from "./syntax.ts";

export type Comprehension = Extract<CelExpr["exprKind"], { case: "comprehensionExpr" }>["value"];

const macros: Readonly<Record<string, Macro>> = {
  all: "all",
  exists: "exists",
  exists_one: "exists_one",
  existsOne: "exists_one",
  filter: "filter",
  map: "map",
};

/**
 * A macro, from the comprehension that the parser expanded it to. The forms are CEL's (langdef, "Macros"):
 * `all` and `exists` fold with `@result && test` and `@result || test`; the others choose `test ? @result + … : @result`,
 * but the short `map`, which adds `[gives]` without a test.
 */
export function readEach(
  name: string,
  each: Comprehension,
  at: number,
  below: (expr: CelExpr | undefined) => Syntax,
): EachSyntax {
  const macro = Object.hasOwn(macros, name) ? macros[name] : undefined;
  if (macro === undefined) throw outside(name, at);
  const common = { kind: "each", at, macro, list: below(each.iterRange), item: each.iterVar } as const;
  const [first, second] = argsOf(each.loopStep);
  if (macro === "all" || macro === "exists") return { ...common, test: below(second), gives: undefined };
  if (macro !== "map") return { ...common, test: below(first), gives: undefined };
  if (calls(each.loopStep) === "_+_") return { ...common, test: undefined, gives: below(onlyItem(second)) };
  return { ...common, test: below(first), gives: below(onlyItem(argsOf(second)[1])) };
}

function calls(expr: CelExpr | undefined): string {
  return expr?.exprKind.case === "callExpr" ? expr.exprKind.value.function : "";
}

function argsOf(expr: CelExpr | undefined): readonly CelExpr[] {
  return expr?.exprKind.case === "callExpr" ? expr.exprKind.value.args : [];
}

function onlyItem(expr: CelExpr | undefined): CelExpr | undefined {
  return expr?.exprKind.case === "listExpr" ? expr.exprKind.value.elements[0] : undefined;
}
