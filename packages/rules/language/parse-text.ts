import { parse } from "@bufbuild/cel";
import { nestingMax, ruleUnitsMax } from "../limits.ts";
import { RuleError } from "./rule-error.ts";

/** What the library's parser makes of a text: CEL's own tree, macros expanded. */
export type CelTree = ReturnType<typeof parse>;
export type CelExpr = CelTree["expr"];

/** The one place that knows the library: text to CEL's tree, or a `RuleError`. */
export function parseText(text: string): CelTree {
  refuseLong(text);
  refuseNested(text);
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const at = Math.min(offsetOf(error), text.length);
    const near = text.slice(at, at + 12);
    throw new RuleError("SYNTAX", at, near, {
      en: near === "" ? "The rule ends too early." : `The rule cannot be read from “${near}” on.`,
      zh: near === "" ? "规则没有写完。" : `规则从“${near}”起读不通。`,
    });
  }
}

function refuseLong(text: string): void {
  if (text.length <= ruleUnitsMax) return;
  throw new RuleError("TEXT_TOO_LONG", ruleUnitsMax, "", {
    en: `A rule has at most ${ruleUnitsMax} characters; this one has ${text.length}.`,
    zh: `一条规则最多 ${ruleUnitsMax} 个字符，这条有 ${text.length} 个。`,
  });
}

/** Before parsing, since the parser goes as deep as the text. Brackets inside of texts count too. */
function refuseNested(text: string): void {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text[at] ?? "";
    if ("([{".includes(unit)) open++;
    if (")]}".includes(unit)) open = Math.max(0, open - 1);
    if (open > nestingMax) throw tooDeep(at);
  }
}

/** Also for trees that are deep without brackets, such as a long chain of choices. */
export function tooDeep(at: number): RuleError {
  return new RuleError("TOO_DEEP", at, "", {
    en: `A rule nests at most ${nestingMax} levels; split it into several.`,
    zh: `一条规则最多嵌套 ${nestingMax} 层，可以拆成几条。`,
  });
}

/** The parser's errors say where; its refusals of escapes that name no character do not. */
function offsetOf(error: Error): number {
  const { location } = error as { location?: { start?: { offset?: unknown } } };
  const offset = location?.start?.offset;
  return typeof offset === "number" ? offset : 0;
}
