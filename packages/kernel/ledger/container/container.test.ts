import { toHex } from "@mingbai/codec/hex";
import { describe, expect, it } from "vitest";
import { batchId, type ContainerHeader, encodeContainerHeader, findContainerHeader } from "./container.ts";

const good: ContainerHeader = {
  kind: 1,
  origin: 2 ** 16 - 1,
  chainTag: new Uint8Array(8).fill(1),
  originSequence: 2 ** 53 - 1,
  expiryHeight: 2 ** 53 - 1,
  bodyBytes: 2 ** 32 - 1,
  units: 2 ** 32 - 1,
  bodyRoot: new Uint8Array(32).fill(2),
};
const bytes = encodeContainerHeader(good);

describe("a container's header", () => {
  it.each([0, 1, 2] as const)("of kind %i is read as it was written", (kind) => {
    expect(findContainerHeader(encodeContainerHeader({ ...good, kind }))).toEqual({ ...good, kind });
  });

  it.each([
    ["an origin that would be cut", { origin: 2 ** 16 }],
    ["a length that would be cut", { bodyBytes: 2 ** 32 }],
    ["units that would be cut", { units: 2 ** 32 }],
    ["a sequence above 2^53 − 1", { originSequence: 2 ** 53 }],
    ["an expiry below 0", { expiryHeight: -1 }],
    ["a short chain tag", { chainTag: new Uint8Array(7) }],
    ["a long chain tag", { chainTag: new Uint8Array(9) }],
    ["a short body root", { bodyRoot: new Uint8Array(31) }],
    ["a long body root", { bodyRoot: new Uint8Array(33) }],
  ] as [string, Partial<ContainerHeader>][])("is not made with %s", (_, given) => {
    expect(() => encodeContainerHeader({ ...good, ...given })).toThrow(RangeError);
  });

  it.each([
    ["magic", 0],
    ["magic", 3],
    ["kind", 4, 3],
    ["suite", 5],
    ["origin's sequence above 2^53 − 1", 22, 0x20],
    ["expiry above 2^53 − 1", 30, 0x20],
    ["first zero", 40],
    ["last zero", 63],
  ] as [string, number, number?][])("is nothing with another %s (byte %i)", (_, at, value) => {
    expect(findContainerHeader(bytes.with(at, value ?? (bytes[at] ?? 0) + 1))).toBeUndefined();
  });

  it("is nothing with a byte more or less", () => {
    expect(findContainerHeader(bytes.subarray(1))).toBeUndefined();
    expect(findContainerHeader(new Uint8Array([...bytes, 0]))).toBeUndefined();
  });

  it("has another batch id for each byte that differs", () => {
    const ids = new Set([...bytes].map((byte, at) => toHex(batchId(bytes.with(at, byte ^ 1)))));
    expect(ids.size).toBe(bytes.length);
  });
});
