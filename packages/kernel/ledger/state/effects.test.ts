import { toHex } from "@mingbai/codec/hex";
import { describe, expect, it } from "vitest";
import { Effects } from "./effects.ts";

describe("effects", () => {
  it("are little-endian doubles in the order of writing, taken once", () => {
    const effects = new Effects();
    effects.push(1);
    effects.push(2 ** 53 - 1);
    expect(toHex(effects.take())).toBe("000000000000f03fffffffffffff3f43");
    expect(effects.take().length).toBe(0);
    effects.push(0);
    expect(toHex(effects.take())).toBe("0000000000000000");
  });

  it("hold what a batch of 8,192 lines can touch, and refuse to lose any", () => {
    const effects = new Effects();
    for (let i = 0; i < 16_384; i++) effects.push(i);
    expect(() => effects.push(1)).toThrow(RangeError);
    expect(effects.take().length).toBe(16_384 * 8);
  });
});
