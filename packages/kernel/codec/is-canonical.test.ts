import { deepCount } from "@mingbai/testkit/deep";
import { random, runSeed } from "@mingbai/testkit/random";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, utf8 } from "./bytes.ts";
import { type CanonicalValue, canonicalBytes, findCanonical } from "./canonical-json.ts";
import { isCanonical } from "./is-canonical.ts";

const seed = runSeed();
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/);
const value = fc.letrec<{ any: CanonicalValue }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 4 },
    fc.boolean(),
    fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n)),
    fc.string({ unit: "grapheme" }).filter((text) => text.isWellFormed()),
    fc.string({ unit: "binary" }).filter((text) => text.isWellFormed()),
    fc.array(tie("any"), { maxLength: 4 }),
    fc.dictionary(name, tie("any"), { maxKeys: 4 }),
  ),
})).any;
/** Bytes that stand in spellings that are nearly right. */
const telling = [...utf8('{}[]":,019.eE-+\\ ubfnrtalsA_\u007f'), 0, 0x1f, 0x80, 0xa0, 0xbf, 0xc1, 0xed, 0xf4, 0xff];

describe("isCanonical", () => {
  it(`takes what encodeCanonical writes, and with one byte changed says what findCanonical says (seed ${seed})`, () => {
    const source = random(seed);
    fc.assert(
      fc.property(value, (given) => {
        const bytes = canonicalBytes(given);
        expect(isCanonical(bytes)).toBe(true);
        const at = source.below(bytes.length + 1);
        const other = concat(bytes.subarray(0, at), changed(bytes, at), bytes.subarray(at + 1));
        expect([...other, isCanonical(other)]).toEqual([...other, findCanonical(other) !== undefined]);
      }),
      { seed, numRuns: deepCount(2_000, 50_000) },
    );

    /** Another byte in its place, one put before it, or none. */
    function changed(bytes: Uint8Array, at: number): Uint8Array {
      const byte = source.pick(telling);
      const own = bytes.subarray(at, at + 1);
      return source.pick([Uint8Array.of(byte), concat(Uint8Array.of(byte), own), new Uint8Array(0)]);
    }
  });

  it(`says what findCanonical says of arbitrary bytes (seed ${seed})`, () => {
    const source = random(seed);
    for (let round = 0; round < deepCount(20_000, 500_000); round++) {
      const bytes = Uint8Array.from({ length: source.below(10) }, () => source.pick(telling));
      expect([...bytes, isCanonical(bytes)]).toEqual([...bytes, findCanonical(bytes) !== undefined]);
    }
  });

  it.each([
    "-9007199254740991",
    "9007199254740992",
    "9999999999999999",
    "00",
    "-",
    "-0",
    '"\\u001f\\u0000\\b\\t\\n\\f\\r\\"\\\\/"',
    '"\\u0008"',
    '"\\u001F"',
    '"\\ud800"',
    '"\\/"',
    '{"a":1,"a":1}',
    '{"b":1,"a":2}',
    '{"B":1,"a":2}',
    '{"":1}',
    '{"_a":1}',
    '{"a":1,}',
    `{"${"a".repeat(64)}":1}`,
    `{"${"a".repeat(65)}":1}`,
    "[".repeat(17) + "]".repeat(17),
    "[".repeat(18) + "]".repeat(18),
    "[1,]",
    "null",
    "tru",
    "\ufeff1",
    "1 ",
    "",
  ])("says what findCanonical says of %j", (text) => {
    expect(isCanonical(utf8(text))).toBe(findCanonical(utf8(text)) !== undefined);
  });

  it.each([
    [0xc0, 0x80],
    [0xc2],
    [0xe0, 0x9f, 0xbf],
    [0xe0, 0xa0, 0x80],
    [0xed, 0x9f, 0xbf],
    [0xed, 0xa0, 0x80],
    [0xf0, 0x8f, 0xbf, 0xbf],
    [0xf0, 0x90, 0x80, 0x80],
    [0xf4, 0x8f, 0xbf, 0xbf],
    [0xf4, 0x90, 0x80, 0x80],
    [0xf5, 0x80, 0x80, 0x80],
  ])("says what findCanonical says of text with the bytes %j, %j, %j, %j", (...bytes) => {
    const text = Uint8Array.of(0x22, ...bytes, 0x22);
    expect(isCanonical(text)).toBe(findCanonical(text) !== undefined);
  });
});
