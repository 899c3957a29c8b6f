import { runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareTexts } from "./compare-texts.ts";

const seed = runSeed();

function byCodePoints(a: string, b: string): number {
  const left = Array.from(a, (char) => char.codePointAt(0) ?? 0);
  const right = Array.from(b, (char) => char.codePointAt(0) ?? 0);
  const at = left.findIndex((point, i) => point !== right[i]);
  if (at < 0) return Math.sign(left.length - right.length);
  return at >= right.length ? 1 : Math.sign((left[at] ?? 0) - (right[at] ?? 0));
}

describe("the order of texts", () => {
  it("puts what lies beyond the basic plane last", () => {
    expect(compareTexts("\u{1f600}", "\uff01")).toBe(1);
    expect("\u{1f600}" < "\uff01").toBe(true);
  });

  it(`goes by code points (seed ${seed})`, () => {
    const char = fc.constantFrom("a", "b", "青", "\ud7ff", "\ue000", "\uff01", "\u{10000}", "\u{1f600}", "\u{10ffff}");
    const text = fc.array(char, { maxLength: 4 }).map((some) => some.join(""));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(compareTexts(a, b)).toBe(byCodePoints(a, b));
      }),
      { seed, numRuns: 2_000 },
    );
  });
});
