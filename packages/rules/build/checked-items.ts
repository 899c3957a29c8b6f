import type { ListType } from "../rule-type.ts";
import { accept } from "./accept.ts";
import type { Built } from "./built.ts";
import { Stopped } from "./stopped.ts";

/** The list with each item judged before a function sees it; the first that is none of its type stops it. */
export function checkedItems(list: Built, type: ListType, at: number): Built {
  const judge = accept(type.list, at, `${list.path}[]`);
  return {
    ...list,
    steps: list.steps + type.itemsMax,
    run: (frame) => {
      const items = list.run(frame);
      if (items instanceof Stopped) return items;
      const checked: unknown[] = [];
      for (const item of items as readonly unknown[]) {
        const value = judge(item);
        if (value instanceof Stopped) return value;
        checked.push(value);
      }
      return checked;
    },
  };
}
