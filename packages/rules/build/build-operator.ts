import type { Operator, OperatorSyntax } from "../language/syntax.ts";
import { buildArithmetic } from "./build-arithmetic.ts";
import { buildChoice } from "./build-choice.ts";
import { buildComparison } from "./build-comparison.ts";
import { buildLogic } from "./build-logic.ts";
import { buildMembership } from "./build-membership.ts";
import type { Built } from "./built.ts";
import type { Scope } from "./scope.ts";

/** Builds an operator over its parts, which are built before it. */
export type BuildOperator = (operator: Operator, parts: readonly Built[], at: number) => Built;

const builders: Readonly<Record<Operator, BuildOperator>> = {
  "||": buildLogic,
  "&&": buildLogic,
  "!": buildLogic,
  "?:": buildChoice,
  "==": buildComparison,
  "!=": buildComparison,
  "<": buildComparison,
  "<=": buildComparison,
  ">": buildComparison,
  ">=": buildComparison,
  in: buildMembership,
  "+": buildArithmetic,
  "-": buildArithmetic,
  "*": buildArithmetic,
  "/": buildArithmetic,
  "%": buildArithmetic,
  negate: buildArithmetic,
};

export function buildOperator({ at, operator, args }: OperatorSyntax, scope: Scope): Built {
  const parts = args.map((arg) => scope.build(arg));
  return builders[operator](operator, parts, at);
}
