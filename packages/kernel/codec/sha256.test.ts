import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { concat, utf8 } from "./bytes.ts";
import { toHex } from "./hex.ts";
import { sha256 as inBrowser } from "./sha256.browser.ts";
import { sha256 as onNode } from "./sha256.node.ts";

const source = random(runSeed());

describe.each([
  ["Node", onNode],
  ["a browser", inBrowser],
])("SHA-256 on %s", (_, sha256) => {
  // FIPS 180-4, examples of one and of two blocks; the empty message.
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
  ])("of %j", (text, digest) => {
    expect(toHex(sha256(utf8(text)))).toBe(digest);
  });

  it(`of parts is that of the whole (seed ${source.seed})`, () => {
    for (let round = 0; round < 50; round++) {
      const parts = Array.from({ length: source.below(5) }, () => source.bytes(source.below(2_000)));
      expect(toHex(sha256(...parts))).toBe(toHex(onNode(concat(...parts))));
    }
  });
});
