import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "./bytes.ts";
import { type CanonicalValue, canonicalBytes, encodeCanonical, findCanonical } from "./canonical-json.ts";

const seed = runSeed();
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/);
const value = fc.letrec<{ any: CanonicalValue }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.boolean(),
    fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n)),
    fc.string({ unit: "grapheme" }).filter((text) => text.isWellFormed()),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(name, tie("any"), { maxKeys: 4 }),
  ),
})).any;

describe("canonical JSON", () => {
  it(`reads back what it wrote, and writes it the same again (seed ${seed})`, () => {
    fc.assert(
      fc.property(value, (given) => {
        const bytes = canonicalBytes(given);
        const read = findCanonical(bytes);
        expect(read).toBeDefined();
        expect(encodeCanonical(read as CanonicalValue)).toBe(encodeCanonical(given));
      }),
      { seed, numRuns: deepCount(500, 20_000) },
    );
  });

  it.each([
    ["white space", '{ "a":1}'],
    ["names out of order", '{"b":1,"a":2}'],
    ["the same name twice", '{"a":1,"a":1}'],
    ["a fraction", "1.5"],
    ["a fraction that is whole", "1.0"],
    ["an exponent", "1e3"],
    ["minus zero", "-0"],
    ["beyond 2^53 − 1", "9007199254740993"],
    ["null", "null"],
    ["null inside", '{"a":null}'],
    ["a needless escape", '"\\u0041"'],
    ["a lone surrogate", '"\\ud800"'],
    ["a byte order mark", "\ufeff1"],
    ["a name that is not ASCII", '{"名":1}'],
    ["__proto__ as a name", '{"__proto__":1}'],
    ["two values", "1 2"],
    ["nothing", ""],
    ["seventeen levels", "[".repeat(18) + "]".repeat(18)],
  ])("refuses %s", (_, text) => {
    expect(findCanonical(utf8(text))).toBeUndefined();
  });

  it(`never throws on arbitrary bytes, and what it accepts is canonical (seed ${seed})`, () => {
    const rng = random(seed);
    const alphabet = utf8('{}[]":,0123456789.eE-+\\ truefalsn\u00e9a_b');
    for (let i = 0; i < deepCount(5_000, 100_000); i++) {
      const bytes = rng
        .bytes(rng.below(40))
        .map((byte) => (rng.chance(9, 10) ? (alphabet[byte % alphabet.length] ?? 0) : byte));
      const read = findCanonical(bytes);
      if (read !== undefined) expect(canonicalBytes(read)).toEqual(bytes);
    }
  });
});
