import { describe, expect, it } from "vitest";
import { keyedPlace } from "./keyed-place.ts";

describe("the place of a key", () => {
  // The first and fifth of vectors_hsip32 in the reference code: key 00…07, input 00…
  it.each([
    [0, 0x5b9f35a9],
    [4, 0x89466e2a],
  ])("is what the reference gives for %i bytes", (length, place) => {
    const bytes = Uint8Array.from({ length }, (_, at) => at);
    expect(keyedPlace([0x03020100, 0x07060504], bytes)).toBe(place);
  });

  it("is another with another key", () => {
    const bytes = new Uint8Array(8);
    expect(keyedPlace([1, 2], bytes)).not.toBe(keyedPlace([2, 1], bytes));
  });
});
