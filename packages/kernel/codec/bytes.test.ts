import { describe, expect, it } from "vitest";
import { concat, equalBytes, utf8, viewOf } from "./bytes.ts";

describe("bytes", () => {
  it("are put one after another into new memory", () => {
    const first = Uint8Array.of(1, 2);
    const all = concat(first, new Uint8Array(), Uint8Array.of(3));
    first[0] = 9;
    expect(all).toEqual(Uint8Array.of(1, 2, 3));
    expect(concat()).toEqual(new Uint8Array());
  });

  it.each([
    [[], [], true],
    [[1, 2], [1, 2], true],
    [[1, 2], [1, 3], false],
    [[1, 2], [1], false],
    [[1], [1, 0], false],
  ])("%j and %j are equal: %s", (a, b, equal) => {
    expect(equalBytes(Uint8Array.from(a), Uint8Array.from(b))).toBe(equal);
  });

  it("of text are UTF-8", () => {
    expect(utf8("é明𠮷")).toEqual(Uint8Array.of(0xc3, 0xa9, 0xe6, 0x98, 0x8e, 0xf0, 0xa0, 0xae, 0xb7));
  });

  it("are viewed where they lie", () => {
    expect(viewOf(Uint8Array.of(9, 9, 1, 2).subarray(2)).getUint16(0, true)).toBe(0x0201);
  });
});
