import { utf8 } from "@mingbai/codec/bytes";
import { random, runSeed } from "@mingbai/testkit/random";
import { partBytesMax } from "@mingbai/treasury/content";
import { describe, expect, it } from "vitest";
import { PartWriter } from "./list-parts.ts";

describe("parts of a list's texts", () => {
  const seed = runSeed();

  it(`hold every line once and in order, none larger than a part may be (seed ${seed})`, () => {
    const source = random(seed);
    const lines = Array.from({ length: 1_500 }, (_, line) => ({ line, text: "字".repeat(source.below(2_000)) }));
    const writer = new PartWriter();
    for (const line of lines) writer.add(utf8(JSON.stringify(line)));
    const parts = writer.done();
    expect(parts.length).toBeGreaterThan(1);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(partBytesMax);
    const read = parts.map((part) => JSON.parse(new TextDecoder().decode(part)));
    expect(read.every(({ kind }) => kind === "listPart")).toBe(true);
    expect(read.flatMap((part) => part.lines)).toEqual(lines);
  });
});
