import { RuleError } from "../language/rule-error.ts";
import type { Syntax } from "../language/syntax.ts";
import type { RuleType, Variables } from "../rule-type.ts";
import type { Built } from "./built.ts";

/** An item of a macro while its test runs. */
export interface ItemName {
  readonly type: RuleType;
  readonly slot: number;
  readonly path: string;
}

/** What a rule needs of its bindings, gathered while it is built. */
export class Plan {
  /** Variables by slot, in the order in which the rule first names them; items have slots without a variable. */
  readonly variables = new Map<string, number>();
  readonly reads = new Set<string>();
  slots = 0;

  newSlot(): number {
    return this.slots++;
  }

  slotOf(variable: string): number {
    const slot = this.variables.get(variable) ?? this.newSlot();
    this.variables.set(variable, slot);
    return slot;
  }
}

/** The names that a part of a rule can use. */
export class Scope {
  readonly variables: Variables;
  readonly plan: Plan;
  readonly items: ReadonlyMap<string, ItemName>;
  readonly #build: (node: Syntax, scope: Scope) => Built;

  constructor(
    variables: Variables,
    plan: Plan,
    build: (node: Syntax, scope: Scope) => Built,
    items: ReadonlyMap<string, ItemName> = new Map(),
  ) {
    this.variables = variables;
    this.plan = plan;
    this.items = items;
    this.#build = build;
  }

  build(node: Syntax): Built {
    return this.#build(node, this);
  }

  /** The same and an item's name, which must be new: rules are read by people. */
  withItem(name: string, item: ItemName, at: number): Scope {
    if (this.items.has(name) || Object.hasOwn(this.variables, name)) throw taken(name, at);
    return new Scope(this.variables, this.plan, this.#build, new Map([...this.items, [name, item]]));
  }
}

function taken(name: string, at: number): RuleError {
  const en = `“${name}” already stands for something else in this rule.`;
  return new RuleError("NAME_TAKEN", at, name, { en, zh: `“${name}”在这条规则里已经指别的了。` });
}
