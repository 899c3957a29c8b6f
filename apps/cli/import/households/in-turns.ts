import { setImmediate } from "node:timers/promises";

/** Households that are read without a break: some 20 ms. */
const itemsAtOnce = 50;

/**
 * The items, letting other work of the process go on after every so many.
 * PERF: what a node answers meanwhile is heard, and asked on, while the list is read. Bench: registry.import.
 */
export async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T> {
  let count = 0;
  for (const item of items) {
    if (++count % itemsAtOnce === 0) await setImmediate();
    yield item;
  }
}
