import { concat, viewOf } from "@mingbai/codec/bytes";
import { sceneContainer } from "@mingbai/testkit/ledger-scene/scene-containers";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { describe, expect, it } from "vitest";
import { containerKinds } from "./container.ts";
import { checkContainer, findNamedEnvelopes, groupRootsOf, isVoidFault, mayStandInBlock } from "./stateless-check.ts";

const { bytes: first } = await sceneCommand({ key: "a", text: "x" });
const { bytes: second } = await sceneCommand({ key: "b", text: "y" }, { sequence: 2 });
const { bytes: batch } = await scenePayments(Array.from({ length: 300 }, (_, line) => line));
const { payments, gathered, inline } = containerKinds;

/** The same bytes with one bit changed, counted from the end. */
function flipped(bytes: Uint8Array, fromEnd: number): Uint8Array {
  const at = bytes.length - fromEnd;
  return bytes.with(at, (bytes[at] ?? 0) ^ 1);
}

/** An envelope whose signature is another one, and everything else as it was. */
const unsigned = first.with(230, (first[230] ?? 0) ^ 1);
/** An envelope whose body is not the one that its header names. */
const swapped = flipped(first, 1);
/** A batch whose header counts a line less than its body has. */
const miscounted = batch.slice();
viewOf(miscounted).setUint32(12, 299, true);

describe("the check of a container without state", () => {
  it.each([
    ["one command, gathered", gathered, [first], [false]],
    ["one command, inline", inline, [first], [false]],
    ["two commands", gathered, [first, second], [false, false]],
    ["a batch among commands", gathered, [first, batch, second], [false, true, false]],
    ["a batch", payments, [batch], [true]],
  ] as const)("passes %s, with what was hashed of lines", (_, kind, envelopes, hashed) => {
    const { header, body } = sceneContainer(envelopes, { kind });
    const verdict = checkContainer(header, body);
    if ("fault" in verdict) expect.fail(verdict.fault);
    expect(verdict.lines.map((lines) => lines !== undefined)).toEqual(hashed);
    expect(groupRootsOf(header, verdict.lines).length).toBe(kind === payments ? 5 * 32 : 0);
  });

  it.each([
    ["a byte more", gathered, [first], (body: Uint8Array) => concat(body, new Uint8Array(1)), "BODY_NOT_NAMED"],
    ["a byte less", gathered, [first], (body: Uint8Array) => body.subarray(1), "BODY_NOT_NAMED"],
    ["another byte", gathered, [first], (body: Uint8Array) => flipped(body, 1), "BODY_NOT_NAMED"],
    ["another byte of an inline body", inline, [first], (body: Uint8Array) => flipped(body, 1), "BODY_NOT_NAMED"],
    ["another line", payments, [batch], (body: Uint8Array) => flipped(body, 64), "BODY_NOT_NAMED"],
    ["another signature of a batch", payments, [batch], (b: Uint8Array) => b.with(230, 1), "BODY_NOT_NAMED"],
    ["bytes that are no batch", payments, [batch], (body: Uint8Array) => body.slice().fill(1), "BODY_NOT_NAMED"],
    ["too few zeros but one", gathered, [first], () => new Uint8Array(9).with(8, 1), "BODY_NOT_NAMED"],
    ["no bytes, which stand for what was given up,", gathered, [first], () => new Uint8Array(), "BODY_LOST"],
    [
      "zeros, which stand for it on their way,",
      gathered,
      [first],
      (body: Uint8Array) => body.slice().fill(0),
      "BODY_LOST",
    ],
    ["zeros in the place of a batch", payments, [batch], (body: Uint8Array) => body.slice().fill(0), "BODY_LOST"],
  ] as const)("knows %s to be another body", (_, kind, envelopes, change, fault) => {
    const { header, body } = sceneContainer(envelopes, { kind });
    const verdict = checkContainer(header, change(body));
    expect(verdict).toEqual({ fault });
    expect([isVoidFault(fault), mayStandInBlock(fault)]).toEqual([false, fault === "BODY_LOST"]);
  });

  it.each([
    ["bytes that are no envelopes", gathered, [new Uint8Array(64)], "ENVELOPES_MALFORMED"],
    ["no envelope at all", gathered, [], "ENVELOPES_MALFORMED"],
    ["a byte behind the last envelope", inline, [first, new Uint8Array(1)], "ENVELOPES_MALFORMED"],
    ["a wrong signature", gathered, [second, unsigned], "SIGNATURE_WRONG"],
    ["a wrong signature of a batch", payments, [batch.with(230, (batch[230] ?? 0) ^ 1)], "SIGNATURE_WRONG"],
    ["a command's body that is not its header's", inline, [swapped], "BODY_HASH_WRONG"],
    ["a line that is not its header's, gathered", gathered, [first, flipped(batch, 64)], "BODY_HASH_WRONG"],
    ["a batch that counts other lines than it has", payments, [miscounted], "MALFORMED"],
  ] as const)("finds %s void: no other bytes could pass", (_, kind, envelopes, fault) => {
    const { header, body } = sceneContainer(envelopes, { kind });
    expect(checkContainer(header, body)).toEqual({ fault });
    expect(isVoidFault(fault)).toBe(true);
  });

  it.each([gathered, inline, payments])("finds units that do not add up void (kind %i)", (kind) => {
    const { header, body } = sceneContainer([batch], { kind, units: 1 });
    expect(checkContainer(header, body)).toEqual({ fault: "UNITS_WRONG" });
  });

  it("finds the named envelopes without hashing a line or checking a signature", () => {
    const { header, body } = sceneContainer([unsigned, swapped], { kind: gathered });
    const named = findNamedEnvelopes(header, body);
    expect("envelopes" in named && named.envelopes.length).toBe(2);
  });
});
