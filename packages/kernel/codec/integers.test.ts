import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "./hex.ts";
import { getNumber64, putNumber64 } from "./number64.ts";
import { findU64, putU64, u32, u64 } from "./u64.ts";

describe("a u64 count", () => {
  it.each([
    [0, "0000000000000000"],
    [1, "0100000000000000"],
    [2 ** 32 - 1, "ffffffff00000000"],
    [2 ** 32, "0000000001000000"],
    [2 ** 53 - 1, "ffffffffffff1f00"],
  ])("%s stands little-endian", (value, hex) => {
    expect(toHex(u64(value))).toBe(hex);
    expect(findU64(u64(value), 0)).toBe(value);
  });

  it.each([-1, -0.5, 0.5, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])("is not made of %s", (value) => {
    expect(() => putU64(new Uint8Array(8), 0, value)).toThrow(RangeError);
  });

  it.each(["0000000000002000", "ffffffffffffffff"])("is not read from %s, which is above 2^53 − 1", (hex) => {
    expect(findU64(fromHex(hex), 0)).toBeUndefined();
  });

  it("is read in the middle of other bytes", () => {
    const bytes = new Uint8Array(24).fill(0xff);
    const inner = bytes.subarray(3);
    putU64(inner, 5, 258);
    expect(findU64(inner, 5)).toBe(258);
    expect([bytes[7], bytes[16]]).toEqual([0xff, 0xff]);
  });
});

describe("a u32", () => {
  it("stands little-endian", () => {
    expect(toHex(u32(0x01020304))).toBe("04030201");
  });
});

describe("a number of 64 bits", () => {
  it("is written little-endian and spelled most significant digit first", () => {
    const bytes = new Uint8Array(8);
    putNumber64(bytes, 0, "0123456789abcdef");
    expect(toHex(bytes)).toBe("efcdab8967452301");
    expect(getNumber64(bytes, 0)).toBe("0123456789abcdef");
    expect(getNumber64(new Uint8Array(8), 0)).toBe("0000000000000000");
  });

  it.each(["", "1", "0123456789ABCDEF", "0123456789abcdef0", "0x23456789abcdef", "0123456789abcde\n"])(
    "is not %j",
    (text) => {
      expect(() => putNumber64(new Uint8Array(8), 0, text)).toThrow(SyntaxError);
    },
  );
});
