import type { ItemSyntax } from "../language/syntax.ts";
import { isList } from "../rule-type.ts";
import { accept } from "./accept.ts";
import type { Built } from "./built.ts";
import { fit, wrongType } from "./fit.ts";
import type { Scope } from "./scope.ts";
import { Stopped } from "./stopped.ts";

/** `of[index]`, from 0. What lies outside of the list is missing. */
export function buildItem({ at, of, index }: ItemSyntax, scope: Scope): Built {
  const list = scope.build(of);
  if (!isList(list.type)) throw wrongType(list, { en: "a list", zh: "列表" }, at);
  const which = fit(scope.build(index), "int", at);
  const path = `${list.path}[]`;
  const judge = accept(list.type.list, at, path);
  return {
    type: list.type.list,
    steps: list.steps + which.steps + 1,
    path,
    run: (frame) => {
      const items = list.run(frame);
      if (items instanceof Stopped) return items;
      const i = which.run(frame);
      return i instanceof Stopped ? i : judge((items as readonly unknown[])[i as number]);
    },
  };
}
