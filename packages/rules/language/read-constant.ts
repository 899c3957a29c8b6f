import { outside } from "./outside.ts";
import type { CelExpr } from "./parse-text.ts";
import { RuleError } from "./rule-error.ts";
import type { ConstantSyntax } from "./syntax.ts";

type Constant = Extract<CelExpr["exprKind"], { case: "constExpr" }>["value"];

/** Whole numbers, texts, true and false. `null` is left out: what is absent is asked with `has`. */
export function readConstant({ constantKind }: Constant, at: number): ConstantSyntax {
  switch (constantKind.case) {
    case "int64Value":
      return { kind: "constant", at, value: safeNumber(constantKind.value, at) };
    case "stringValue":
    case "boolValue":
      return { kind: "constant", at, value: constantKind.value };
    case "doubleValue":
      throw outside("0.5", at, { en: "fractions", zh: "小数" });
    case "uint64Value":
      throw outside("1u", at);
    case "bytesValue":
      throw outside("b''", at);
    default:
      throw outside("null", at, { en: "“null”; ask “has(…)” instead", zh: "“null”，请改用“has(…)”" });
  }
}

function safeNumber(value: bigint, at: number): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new RuleError("NUMBER_TOO_LARGE", at, value.toString(), {
    en: `A number in a rule is at most ${Number.MAX_SAFE_INTEGER}.`,
    zh: `规则里的数最大是 ${Number.MAX_SAFE_INTEGER}。`,
  });
}
