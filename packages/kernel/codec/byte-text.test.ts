import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import * as browser from "./byte-text.browser.ts";
import * as node from "./byte-text.node.ts";

const source = random(runSeed());

describe("bytes as text", () => {
  it(`is the same in browsers as in Node, there and back (seed ${source.seed})`, () => {
    expect(Object.keys(browser).sort()).toEqual(Object.keys(node).sort());
    for (let length = 0; length < 300; length++) {
      const bytes = source.bytes(length);
      const [hex, base64] = [node.hexOf(bytes), node.base64Of(bytes)];
      expect([browser.hexOf(bytes), browser.base64Of(bytes)]).toEqual([hex, base64]);
      for (const { bytesOfHex, bytesOfBase64 } of [browser, node]) {
        expect(bytesOfHex(hex)).toEqual(bytes);
        expect(bytesOfBase64(base64)).toEqual(bytes);
      }
    }
  });

  // RFC 4648, section 10.
  it.each([browser, node])("is spelt as the standard spells it", ({ hexOf, base64Of }) => {
    const foobar = new TextEncoder().encode("foobar");
    expect([hexOf(foobar), base64Of(foobar)]).toEqual(["666f6f626172", "Zm9vYmFy"]);
  });
});
