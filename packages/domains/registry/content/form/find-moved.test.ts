import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMoved } from "./find-moved.ts";

const moved = (before: string, after: string) => [...findMoved([...before], [...after])].join("");

describe("what stands in another order", () => {
  it.each([
    ["abcd", "abcd", ""],
    ["abcd", "dabc", "d"],
    ["abcd", "bcda", "a"],
    ["abcd", "acbd", "b"],
    ["abc", "cba", "ba"],
    ["abc", "xaybzc", ""],
    ["abcd", "da", "a"],
    ["", "abc", ""],
  ])("from %s to %s is %j", (before, after, items) => {
    expect(moved(before, after)).toBe(items);
  });

  it("is the fewest: all others keep their order, and one item taken elsewhere is one at most", () => {
    const list = fc.uniqueArray(fc.integer({ min: 0, max: 40 }).map(String), { minLength: 1, maxLength: 20 });
    const shuffled = list.chain((before) => fc.tuple(fc.constant(before), fc.shuffledSubarray(before)));
    fc.assert(
      fc.property(shuffled, ([before, after]) => {
        const away = findMoved(before, after);
        const stays = (items: readonly string[]) => items.filter((item) => after.includes(item) && !away.has(item));
        expect(stays(after)).toEqual(stays(before));
      }),
    );
    const taken = fc.tuple(list, fc.nat(), fc.nat());
    fc.assert(
      fc.property(taken, ([before, from, to]) => {
        const item = before[from % before.length] ?? "";
        const others = before.filter((one) => one !== item);
        expect(findMoved(before, others.toSpliced(to % before.length, 0, item)).size).toBeLessThanOrEqual(1);
      }),
    );
  });
});
