import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { findHex, fromHex, toHex } from "./hex.ts";

const source = random(runSeed());

describe("hexadecimal", () => {
  it(`reads back what it wrote (seed ${source.seed})`, () => {
    for (let length = 0; length < 70; length++) {
      const bytes = source.bytes(length);
      expect(fromHex(toHex(bytes))).toEqual(bytes);
    }
  });

  it.each(["a", "AB", "0x", "0g", " 00", "00\n", "é1"])("refuses %j", (text) => {
    expect(findHex(text)).toBeUndefined();
    expect(() => fromHex(text)).toThrow(RangeError);
  });
});
