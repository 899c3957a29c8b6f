import { describe, expect, it } from "vitest";
import { contextBytes, contexts } from "./contexts.ts";

const texts = Object.values<string>(contexts);

describe("contexts", () => {
  it.each(texts)("%j is spelled as all are", (text) => {
    expect(text).toMatch(/^mingbai\/[a-z]+(-[a-z]+)*\/1\n$/);
  });

  it("are different, and none begins another", () => {
    const pairs = texts.flatMap((a, at) => texts.filter((b, other) => other !== at && b.startsWith(a)));
    expect(pairs).toEqual([]);
    expect(Object.keys(contextBytes)).toEqual(Object.keys(contexts));
  });
});
