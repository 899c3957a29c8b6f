import { concat } from "@mingbai/codec/bytes";
import { sampleHeader } from "@mingbai/testkit/sample-domain/sample-envelope";
import { describe, expect, it } from "vitest";
import { encodeHeader, findHeader, headerBytes, type TransactionHeader, transactionId } from "./header.ts";

const hash = (byte: number) => new Uint8Array(32).fill(byte);
const good = sampleHeader({ chain: hash(1), after: hash(2), bodyHash: hash(3), units: 7, bodyBytes: 9 });
const bytes = encodeHeader(good);

describe("a transaction's header", () => {
  it.each([
    ["nothing special", {}],
    ["the largest numbers", { lane: 15, sequence: 2 ** 53 - 1, expiryMs: 2 ** 53 - 1, bodyBytes: 2 ** 32 - 1 }],
    ["a key of 33 bytes", { scheme: 2, publicKey: new Uint8Array(33).fill(4) }],
    ["a command name of 48 bytes", { command: `a.${"b".repeat(46)}` }],
    ["payments", { kind: 1, units: 8_192 }],
  ] as [string, Partial<TransactionHeader>][])("is read as it was written, with %s", (_, given) => {
    const header = { ...good, ...given };
    expect(findHeader(encodeHeader(header))).toEqual(header);
  });

  it.each([
    ["lane 16", { lane: 16 }],
    ["a lane that would be cut to another", { lane: 256 }],
    ["a scheme that nobody knows", { scheme: 4 }],
    ["a scheme that would be cut to another", { scheme: 257 }],
    ["units that would be cut", { units: 2 ** 32 + 1 }],
    ["a length that would be cut", { bodyBytes: 2 ** 32 }],
    ["a fraction of a unit", { units: 1.5 }],
    ["a sequence above 2^53 − 1", { sequence: 2 ** 53 }],
    ["a sequence below 0", { sequence: -1 }],
    ["an expiry that is no integer", { expiryMs: 0.5 }],
    ["a short chain", { chain: hash(1).subarray(1) }],
    ["a long chain", { chain: new Uint8Array(33) }],
    ["a short identity to come after", { after: hash(1).subarray(1) }],
    ["a short body hash", { bodyHash: hash(1).subarray(1) }],
    ["a long body hash", { bodyHash: new Uint8Array(33) }],
    ["a key of another scheme's length", { publicKey: new Uint8Array(33) }],
    ["a short key", { publicKey: new Uint8Array(31) }],
    ["a command name of 49 bytes", { command: `a.${"b".repeat(47)}` }],
    ["a command name without domain", { command: "pay" }],
    ["a command name that is not ASCII", { command: "a.付" }],
    ["no command", { command: "" }],
  ] as [string, Partial<TransactionHeader>][])("is not made with %s", (_, given) => {
    expect(() => encodeHeader({ ...good, ...given })).toThrow(RangeError);
  });

  it("is not made with a key id that is no number of 64 bits", () => {
    expect(() => encodeHeader({ ...good, keyId: "a1" })).toThrow(SyntaxError);
  });

  it.each([
    ["magic", 0],
    ["magic", 3],
    ["suite", 4],
    ["scheme", 5, 0],
    ["lane", 6, 16],
    ["kind", 7, 2],
    ["sequence above 2^53 − 1", 30, 0x20],
    ["expiry above 2^53 − 1", 39],
    ["the first byte behind the key", 104],
    ["the last byte behind the key", 111],
    ["the command's first letter", 144, 0x2e],
    ["a byte behind the command's end", 191],
    ["an end within the command", 147, 0],
  ] as [string, number, number?][])("is nothing with another %s (byte %i)", (_, at, value) => {
    const wrong = bytes.slice();
    wrong[at] = value ?? (wrong[at] ?? 0) + 1;
    expect(findHeader(wrong)).toBeUndefined();
  });

  it("is nothing when a byte is missing, and does not see what follows", () => {
    expect(findHeader(bytes.subarray(1))).toBeUndefined();
    expect(findHeader(bytes.subarray(0, headerBytes - 1))).toBeUndefined();
    expect(findHeader(concat(bytes, Uint8Array.of(1)))).toEqual(good);
    expect(transactionId(concat(bytes, Uint8Array.of(1)))).toEqual(transactionId(bytes));
  });

  it("has another identity for each byte that differs", () => {
    const ids = new Set([...bytes].map((byte, at) => transactionId(bytes.with(at, byte ^ 1)).join()));
    expect(ids.size).toBe(headerBytes);
  });
});
