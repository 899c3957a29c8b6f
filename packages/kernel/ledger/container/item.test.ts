import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { sceneCertificate, sceneContainer, sceneItem } from "@mingbai/testkit/ledger-scene/scene-containers";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { sampleEnvelopeBytes } from "@mingbai/testkit/sample-domain/sample-envelope";
import { describe, expect, it } from "vitest";
import { containerKinds } from "./container.ts";
import { encodeItem, findItem } from "./item.ts";

const nodes = sceneNodes(4);
const roster = sceneRosterOf(nodes);
const envelope = sampleEnvelopeBytes(canonicalBytes({ key: "a", text: "x" }));
const gathered = sceneContainer([envelope, envelope]);
const inline = sceneContainer([envelope], { kind: containerKinds.inline });
const certified = await sceneItem(gathered, { roster, nodes });
const carried = await sceneItem(inline, { roster, nodes });

describe("an item", () => {
  it("of a certified container is header, origin's signature, certificate", async () => {
    const item = findItem(certified);
    expect(item?.header).toEqual(gathered.header);
    expect(item?.headerBytes).toEqual(gathered.headerBytes);
    expect(item?.batchId).toEqual(gathered.batchId);
    expect(item?.certificate).toEqual(await sceneCertificate(gathered, { roster, nodes }));
    expect(item?.inlineBody).toBeUndefined();
    expect(certified.length).toBe(96 + 64 + 8 + 3 * 64);
  });

  it("of an inline container is header, origin's signature, body", () => {
    const item = findItem(carried);
    expect(item?.inlineBody).toEqual(inline.body);
    expect(item?.certificate).toBeUndefined();
    expect(carried.length).toBe(96 + 64 + inline.body.length);
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["a header alone", certified.subarray(0, 96)],
    ["no certificate", certified.subarray(0, 160)],
    ["a byte of the certificate missing", certified.subarray(0, -1)],
    ["a byte behind the certificate", new Uint8Array([...certified, 0])],
    ["a header of another kind", certified.with(4, 2)],
    ["a header of no kind", certified.with(4, 3)],
    ["another magic", certified.with(0, 0)],
    ["no inline body", carried.subarray(0, 160)],
    ["an inline body cut", carried.subarray(0, -1)],
    ["a byte behind the inline body", new Uint8Array([...carried, 0])],
    ["another inline body than the header's", carried.with(carried.length - 1, 0)],
    ["another digest than the inline body's", carried.with(70, (carried[70] ?? 0) ^ 1)],
  ])("is not %s", (_, bytes) => {
    expect(findItem(bytes)).toBeUndefined();
  });

  it("is not written of parts that do not fit", async () => {
    const originSignature = new Uint8Array(64);
    const certificate = await sceneCertificate(gathered, { roster, nodes });
    const { headerBytes } = gathered;
    expect(() => encodeItem({ headerBytes, originSignature, inlineBody: gathered.body })).toThrow(RangeError);
    expect(() => encodeItem({ headerBytes: inline.headerBytes, originSignature, certificate })).toThrow(RangeError);
    expect(() => encodeItem({ headerBytes, originSignature: new Uint8Array(63), certificate })).toThrow(RangeError);
  });
});
