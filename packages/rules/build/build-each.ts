import type { EachSyntax, Macro } from "../language/syntax.ts";
import { isList, type RuleType } from "../rule-type.ts";
import { type Accept, accept } from "./accept.ts";
import type { Built, Frame, Run } from "./built.ts";
import { fit, wrongType } from "./fit.ts";
import type { Scope } from "./scope.ts";
import { Stopped } from "./stopped.ts";

/** `all`, `exists`, `exists_one`, `filter` and `map` over a list. Costs its body once for each item that there may be. */
export function buildEach(node: EachSyntax, scope: Scope): Built {
  const list = scope.build(node.list);
  if (!isList(list.type)) throw wrongType(list, { en: "a list", zh: "列表" }, node.at);
  const { list: type, itemsMax } = list.type;
  const item = { type, slot: scope.plan.newSlot(), path: `${list.path}[]` };
  const inside = scope.withItem(node.item, item, node.at);
  const test = node.test && fit(inside.build(node.test), "bool", node.at);
  const gives = node.gives && inside.build(node.gives);
  const steps = list.steps + itemsMax * (1 + (test?.steps ?? 0) + (gives?.steps ?? 0)) + 1;
  const loop = { list: list.run, slot: item.slot, judge: accept(type, node.at, item.path), test: test?.run ?? always };
  const run = folds[node.macro](loop, gives?.run);
  const path = node.macro === "filter" ? list.path : "";
  return { type: typeOf(node.macro, list.type, gives?.type), steps, run, path };
}

const always: Run = () => true;

function typeOf(macro: Macro, list: { list: RuleType; itemsMax: number }, gives: RuleType | undefined): RuleType {
  if (macro === "filter") return list;
  return macro === "map" ? { list: gives ?? list.list, itemsMax: list.itemsMax } : "bool";
}

interface Loop {
  readonly list: Run;
  readonly slot: number;
  readonly judge: Accept;
  readonly test: Run;
}

const folds: Readonly<Record<Macro, (loop: Loop, gives: Run | undefined) => Run>> = {
  all: (loop) => settling(loop, false),
  exists: (loop) => settling(loop, true),
  exists_one: (loop) => {
    const hits = collecting(loop, (_, item) => item);
    return (frame) => {
      const found = hits(frame);
      return found instanceof Stopped ? found : (found as readonly unknown[]).length === 1;
    };
  },
  filter: (loop) => collecting(loop, (_, item) => item),
  map: (loop, gives = always) => collecting(loop, gives),
};

/** As CEL folds with `||` and `&&`: an item that decides does so even where another has no value. */
function settling({ list, slot, judge, test }: Loop, decides: boolean): Run {
  return (frame) => {
    const items = list(frame);
    if (items instanceof Stopped) return items;
    let stopped: Stopped | undefined;
    for (const item of items as readonly unknown[]) {
      frame[slot] = judge(item);
      const value = test(frame);
      if (value === decides) return decides;
      if (value instanceof Stopped) stopped ??= value;
    }
    return stopped ?? !decides;
  };
}

/** What `take` gives for the items that pass; the first fault ends it. */
function collecting({ list, slot, judge, test }: Loop, take: (frame: Frame, item: unknown) => unknown): Run {
  return (frame) => {
    const items = list(frame);
    if (items instanceof Stopped) return items;
    const taken: unknown[] = [];
    for (const item of items as readonly unknown[]) {
      frame[slot] = judge(item);
      const passes = test(frame);
      if (passes instanceof Stopped) return passes;
      if (passes !== true) continue;
      const value = take(frame, frame[slot]);
      if (value instanceof Stopped) return value;
      taken.push(value);
    }
    return taken;
  };
}
