import { random, runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { findBase64, toBase64, toBase64Url } from "./base64.ts";
import { utf8 } from "./bytes.ts";

const source = random(runSeed());

describe("base64", () => {
  // RFC 4648, section 10.
  it.each([
    ["", ""],
    ["f", "Zg=="],
    ["fo", "Zm8="],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg=="],
    ["fooba", "Zm9vYmE="],
    ["foobar", "Zm9vYmFy"],
  ])("of %j is %j", (text, encoded) => {
    expect(toBase64(utf8(text))).toBe(encoded);
    expect(findBase64(encoded)).toEqual(utf8(text));
  });

  it.each([
    ["no padding", "Zg"],
    ["padding in the middle", "Zg==Zg=="],
    ["only padding", "===="],
    ["unused bits that are not zero", "Zh=="],
    ["the alphabet of addresses", "_-__"],
    ["white space", "Zm9v\n"],
  ])("has one spelling: refuses %s", (_, text) => {
    expect(findBase64(text)).toBeUndefined();
  });

  it(`of addresses is the same with other letters and no padding (seed ${source.seed})`, () => {
    for (let length = 0; length < 70; length++) {
      const bytes = source.bytes(length);
      expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString("base64url"));
    }
  });
});
