/** A rule's text as a tree of what the subset knows. `at` is where it stands in the text, in UTF-16 units from 0. */
export type Syntax =
  | ConstantSyntax
  | NameSyntax
  | FieldSyntax
  | ItemSyntax
  | ListSyntax
  | OperatorSyntax
  | CallSyntax
  | EachSyntax;

export interface ConstantSyntax {
  readonly kind: "constant";
  readonly at: number;
  readonly value: boolean | number | string;
}

export interface NameSyntax {
  readonly kind: "name";
  readonly at: number;
  readonly name: string;
}

/** `of.name`, or `has(of.name)` where `asks`. */
export interface FieldSyntax {
  readonly kind: "field";
  readonly at: number;
  readonly of: Syntax;
  readonly name: string;
  readonly asks: boolean;
}

/** `of[index]` */
export interface ItemSyntax {
  readonly kind: "item";
  readonly at: number;
  readonly of: Syntax;
  readonly index: Syntax;
}

/** `[a, b]` */
export interface ListSyntax {
  readonly kind: "list";
  readonly at: number;
  readonly items: readonly Syntax[];
}

export interface OperatorSyntax {
  readonly kind: "operator";
  readonly at: number;
  readonly operator: Operator;
  readonly args: readonly Syntax[];
}

export const operators = [
  "||",
  "&&",
  "!",
  "?:",
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "in",
  "+",
  "-",
  "*",
  "/",
  "%",
  "negate",
] as const;
export type Operator = (typeof operators)[number];

/** `name(args)`, or `args[0].name(…)` where `isMethod`. */
export interface CallSyntax {
  readonly kind: "call";
  readonly at: number;
  readonly name: string;
  readonly isMethod: boolean;
  readonly args: readonly Syntax[];
}

/** `list.macro(item, test)`; `map` has `gives`, and `test` only in its long form. */
export interface EachSyntax {
  readonly kind: "each";
  readonly at: number;
  readonly macro: Macro;
  readonly list: Syntax;
  readonly item: string;
  readonly test: Syntax | undefined;
  readonly gives: Syntax | undefined;
}

export type Macro = "all" | "exists" | "exists_one" | "filter" | "map";
