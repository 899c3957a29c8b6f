import { toHex } from "@mingbai/codec/hex";
import { describe, expect, it } from "vitest";
import { findTimestamp, varintField } from "./comet-bytes.ts";

describe("a time as CometBFT writes it", () => {
  it.each([
    "1970-01-01T00:00:01Z",
    "2000-02-29T23:59:59Z",
    "2026-11-21T20:12:03Z",
    "2100-03-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
  ])("is its seconds since 1970: %s", (text) => {
    expect(toHex(findTimestamp(text) ?? new Uint8Array())).toBe(toHex(varintField(1, Date.parse(text) / 1_000)));
  });

  it("has its fraction in nanoseconds", () => {
    expect(toHex(findTimestamp("1970-01-01T00:00:01.05Z") ?? new Uint8Array())).toBe(
      toHex(Uint8Array.of(8, 1, 16, 0x80, 0xe1, 0xeb, 0x17)),
    );
  });

  it.each([
    "",
    "1969-12-31T23:59:59Z",
    "2026-13-01T00:00:00Z",
    "2026-01-01T00:00:00",
    "2026-01-01T00:00:00.Z",
    "2026-01-01T00:00:00.0123456789Z",
  ])("is none: %j", (text) => expect(findTimestamp(text)).toBe(undefined));
});
