import type { Syntax } from "../language/syntax.ts";
import type { Variables } from "../rule-type.ts";
import { buildCall } from "./build-call.ts";
import { buildConstant } from "./build-constant.ts";
import { buildEach } from "./build-each.ts";
import { buildField } from "./build-field.ts";
import { buildItem } from "./build-item.ts";
import { buildList } from "./build-list.ts";
import { buildName } from "./build-name.ts";
import { buildOperator } from "./build-operator.ts";
import type { Built } from "./built.ts";
import { Plan, Scope } from "./scope.ts";

/** Checks the types of a rule, bounds its cost and makes it ready to run, in one walk. Throws a `RuleError`. */
export function buildRule(syntax: Syntax, variables: Variables): { built: Built; plan: Plan } {
  const plan = new Plan();
  return { built: new Scope(variables, plan, build).build(syntax), plan };
}

function build(node: Syntax, scope: Scope): Built {
  switch (node.kind) {
    case "constant":
      return buildConstant(node);
    case "name":
      return buildName(node, scope);
    case "field":
      return buildField(node, scope);
    case "item":
      return buildItem(node, scope);
    case "list":
      return buildList(node, scope);
    case "operator":
      return buildOperator(node, scope);
    case "call":
      return buildCall(node, scope);
    case "each":
      return buildEach(node, scope);
  }
}
