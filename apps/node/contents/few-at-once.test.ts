import { describe, expect, it } from "vitest";
import { FewAtOnce } from "./few-at-once.ts";

/** Work that ends when it is told to; `begun` says in which order it began. */
function heldWork(few: FewAtOnce, begun: string[]) {
  return (name: string, id: string) => {
    const held = Promise.withResolvers<string>();
    const done = few.run(name, () => {
      begun.push(id);
      return held.promise;
    });
    return { ...held, done };
  };
}

describe("work of which a few pieces are done at once", () => {
  it("begins in its order as soon as there is room, each name for itself, whether the work before failed or not", async () => {
    const begun: string[] = [];
    const start = heldWork(new FewAtOnce(2), begun);
    const [one, two, three, four] = ["1", "2", "3", "4"].map((id) => start("a", id));
    const other = start("b", "5");
    expect(begun).toEqual(["1", "2", "5"]);
    two?.reject(new Error("of its own"));
    await expect(two?.done).rejects.toThrow("of its own");
    expect(begun).toEqual(["1", "2", "5", "3"]);
    one?.resolve("one");
    expect(await one?.done).toBe("one");
    expect(begun).toEqual(["1", "2", "5", "3", "4"]);
    for (const held of [three, four, other]) held?.resolve("done");
    expect(await Promise.all([three?.done, four?.done, other.done])).toEqual(["done", "done", "done"]);
  });
});
