import { describe, expect, it } from "vitest";
import { findMemberAddress, formatMemberAddress } from "./member-address.ts";

const publicKey = new Uint8Array(32).fill(0xab);
const key = "ab".repeat(32);

describe("a member's address", () => {
  it.each([
    { member: 0, host: "127.0.0.1", port: 26_700, text: `0=${key}@127.0.0.1:26700` },
    { member: 30, host: "node-3.example", port: 1, text: `30=${key}@node-3.example:1` },
    { member: 2, host: "fd00::3", port: 65_535, text: `2=${key}@[fd00::3]:65535` },
  ])("is one line: $text", ({ text, ...parts }) => {
    const address = { ...parts, publicKey };
    expect(formatMemberAddress(address)).toBe(text);
    expect(findMemberAddress(text)).toEqual(address);
  });

  it.each([
    "",
    `${key}@127.0.0.1:1`,
    `1=${key}@127.0.0.1`,
    `1=${key}@127.0.0.1:0`,
    `1=${key}@127.0.0.1:65536`,
    `65536=${key}@127.0.0.1:1`,
    `-1=${key}@127.0.0.1:1`,
    `1=${key.toUpperCase()}@127.0.0.1:1`,
    `1=${key}00@127.0.0.1:1`,
    `1=${key}@fd00::3:1`,
    `1=${key}@a b:1`,
    `1=${key}@127.0.0.1:1\n`,
  ])("is not: %j", (text) => {
    expect(findMemberAddress(text)).toBeUndefined();
  });
});
