import { describe, expect, it } from "vitest";
import { checkNumber } from "./check-number.ts";

const slip = { keyId: "00000000000000c1", scheme: "ed25519", publicKey: "ab".repeat(32) } as const;

describe("the check number of a key", () => {
  it("is four groups of four digits, always the same", () => {
    expect(checkNumber(slip)).toMatch(/^\d{4}( \d{4}){3}$/);
    expect(checkNumber({ ...slip })).toBe(checkNumber(slip));
  });

  it("is another for another key, number or kind", () => {
    const others = [
      { ...slip, keyId: "00000000000000c2" },
      { ...slip, publicKey: "ac".repeat(32) },
      { ...slip, scheme: "p256" as const },
    ];
    expect(new Set([slip, ...others].map(checkNumber)).size).toBe(4);
  });
});
