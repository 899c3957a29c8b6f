import { nestingMax, nodesMax } from "../limits.ts";
import { outside } from "./outside.ts";
import { type CelExpr, type CelTree, parseText, tooDeep } from "./parse-text.ts";
import { readConstant } from "./read-constant.ts";
import { readEach } from "./read-each.ts";
import { RuleError } from "./rule-error.ts";
import { type Operator, operators, type Syntax } from "./syntax.ts";

/** A rule's text as the subset's tree. Throws a `RuleError` for what CEL or the subset does not know. */
export function readRule(text: string): Syntax {
  const tree = parseText(text);
  return new Reader(text, tree).read(tree.expr, 0);
}

type Call = Extract<CelExpr["exprKind"], { case: "callExpr" }>["value"];
type Select = Extract<CelExpr["exprKind"], { case: "selectExpr" }>["value"];

class Reader {
  readonly #text: string;
  readonly #tree: CelTree;
  #nodes = 0;

  constructor(text: string, tree: CelTree) {
    this.#text = text;
    this.#tree = tree;
  }

  read(expr: CelExpr | undefined, level: number): Syntax {
    if (expr === undefined) throw new Error("the parser left a part out");
    const { id, exprKind } = expr;
    const at = this.#at(id);
    if (level >= nestingMax) throw tooDeep(at);
    if (++this.#nodes > nodesMax) throw tooMany(at);
    const below = (child: CelExpr | undefined) => this.read(child, level + 1);
    switch (exprKind.case) {
      case "constExpr":
        return readConstant(exprKind.value, at);
      case "identExpr":
        return { kind: "name", at, name: exprKind.value.name };
      case "selectExpr":
        return readField(exprKind.value, at, below);
      case "callExpr":
        return readCall(exprKind.value, at, below);
      case "listExpr":
        return { kind: "list", at, items: exprKind.value.elements.map(below) };
      case "comprehensionExpr":
        return readEach(this.#macroName(id), exprKind.value, at, below);
      default:
        throw outside("{ }", at);
    }
  }

  /** The parser's positions of some operators take in the blanks before them. */
  #at(id: bigint): number {
    const at = this.#tree.sourceInfo?.positions[id.toString()] ?? 0;
    return at + this.#text.slice(at).search(/\S|$/);
  }

  #macroName(id: bigint): string {
    const call = this.#tree.sourceInfo?.macroCalls[id.toString()]?.exprKind;
    return call?.case === "callExpr" ? call.value.function : "";
  }
}

type Below = (child: CelExpr | undefined) => Syntax;

function readField(select: Select, at: number, below: Below): Syntax {
  return { kind: "field", at, of: below(select.operand), name: select.field, asks: select.testOnly };
}

const celOperators = new Map<string, Operator>([
  ...operators.map((operator) => [`_${operator}_`, operator] as const),
  ["_?_:_", "?:"],
  ["@in", "in"],
  ["!_", "!"],
  ["-_", "negate"],
]);

function readCall(call: Call, at: number, below: Below): Syntax {
  const operator = celOperators.get(call.function);
  const args = call.args.map(below);
  if (operator !== undefined) return { kind: "operator", at, operator, args };
  const [of, index] = args;
  if (call.function === "_[_]" && of && index) return { kind: "item", at, of, index };
  const isMethod = call.target !== undefined;
  return { kind: "call", at, name: call.function, isMethod, args: isMethod ? [below(call.target), ...args] : args };
}

function tooMany(at: number): RuleError {
  return new RuleError("TOO_MANY_NODES", at, "", {
    en: `A rule has at most ${nodesMax} parts; split it into several.`,
    zh: `一条规则最多 ${nodesMax} 个部分，可以拆成几条。`,
  });
}
