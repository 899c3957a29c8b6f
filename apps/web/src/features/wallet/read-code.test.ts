import { describe, expect, it } from "vitest";
import { pathOf, readCode, spendPath, takePath } from "./read-code.ts";

const origin = "https://ledger.example";
const account = "00000000000000a1";
const offer = "ab".repeat(32);

describe("a scanned code", () => {
  it.each([
    [`${origin}${spendPath(account)}`, { kind: "merchant", account }],
    [`${origin}${takePath(offer)}`, { kind: "offer", offer }],
    [`https://elsewhere.example${spendPath(account)}`, undefined],
    [`${origin}/spend/${account}/more`, undefined],
    [`${origin}/sign-in`, undefined],
    [`javascript:alert(1)`, undefined],
    ["4006381333931", undefined],
    ["", undefined],
  ])("%s leads to %o", (text, expected) => {
    expect(readCode(text, origin)).toEqual(expected);
  });

  it("opens the page that it was made of", () => {
    for (const path of [spendPath(account), takePath(offer)]) {
      const target = readCode(origin + path, origin);
      expect(target && pathOf(target)).toBe(path);
    }
  });
});
