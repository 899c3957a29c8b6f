import { setImmediate } from "node:timers/promises";

/** Items that are worked on without a break: a few ms of sealing. */
const itemsAtOnceDefault = 256;

/** Calls `work` for each in order, letting other work of the process go on after every so many. */
export async function forEachInTurns<T>(
  items: Iterable<T>,
  work: (item: T, at: number) => void,
  itemsAtOnce: number = itemsAtOnceDefault,
): Promise<void> {
  let at = 0;
  for (const item of items) {
    if (at > 0 && at % itemsAtOnce === 0) await setImmediate();
    work(item, at++);
  }
}
