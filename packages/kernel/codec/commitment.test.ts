import { describe, expect, it } from "vitest";
import { utf8 } from "./bytes.ts";
import { commitmentOf, fileIdOf } from "./commitment.ts";
import { toHex } from "./hex.ts";
import { sha256 } from "./sha256.ts";

const salt = new Uint8Array(32).fill(7);

describe("commitmentOf", () => {
  it("hashes context, salt and canonical bytes, whatever the order of the names", () => {
    const expected = sha256(utf8(`mingbai/commitment/1\n`), salt, utf8('{"a":1,"b":"路灯"}'));
    expect(toHex(commitmentOf({ salt, content: { b: "路灯", a: 1 } }))).toBe(toHex(expected));
  });

  it("differs by salt", () => {
    const other = new Uint8Array(32).fill(8);
    const content = { a: 1 };
    expect(toHex(commitmentOf({ salt, content }))).not.toBe(toHex(commitmentOf({ salt: other, content })));
  });

  it("takes no short salt and nothing without a canonical form", () => {
    expect(() => commitmentOf({ salt: new Uint8Array(16), content: {} })).toThrow(RangeError);
    expect(() => commitmentOf({ salt, content: { a: 0.5 } })).toThrow(TypeError);
  });
});

describe("fileIdOf", () => {
  const digest = sha256(utf8("a file"));

  it("hashes context, salt and digest", () => {
    expect(toHex(fileIdOf({ salt, digest }))).toBe(toHex(sha256(utf8("mingbai/file/1\n"), salt, digest)));
  });

  it("takes 32 bytes of each", () => {
    expect(() => fileIdOf({ salt: new Uint8Array(31), digest })).toThrow(RangeError);
    expect(() => fileIdOf({ salt, digest: new Uint8Array(33) })).toThrow(RangeError);
  });
});
