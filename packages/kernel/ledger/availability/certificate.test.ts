import { toHex } from "@mingbai/codec/hex";
import { type SceneNode, sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { describe, expect, it } from "vitest";
import { rosterMembersMax } from "../genesis/roster.ts";
import {
  type Certificate,
  encodeCertificate,
  findCertificate,
  isValidCertificate,
  makeCertificate,
} from "./certificate.ts";
import { type StoredStatement, storedMessage } from "./stored-ack.ts";

const chain = new Uint8Array(32).fill(1);
const batchId = new Uint8Array(32).fill(2);
const nodes = sceneNodes(4);
const roster = sceneRosterOf(nodes, { epoch: 3 });
const subject = { roster, chain, batchId };

function ackOf(node: SceneNode, given: Partial<StoredStatement> = {}): Promise<Uint8Array> {
  const message = storedMessage({ chain, epoch: roster.epoch, batchId, ...given });
  return node.ack.sign({ message, id: batchId });
}

const acks = new Map(await Promise.all(nodes.map(async (node, number) => [number, await ackOf(node)] as const)));
const signed = (...signers: number[]): Certificate => ({
  epoch: roster.epoch,
  signers,
  signatures: signers.map((signer) => acks.get(signer) ?? new Uint8Array(64)),
});
const good = signed(0, 1, 2);

describe("a stored ack", () => {
  it("says context, hash of the chain, epoch and container, little-endian", () => {
    const message = storedMessage({ chain, epoch: 258, batchId });
    expect(new TextDecoder().decode(message.subarray(0, 17))).toBe("mingbai/stored/1\n");
    expect(message.length).toBe(17 + 32 + 4 + 32);
    expect(toHex(message.subarray(49, 53))).toBe("02010000");
    expect(message.subarray(53)).toEqual(batchId);
  });
});

describe("a certificate", () => {
  it.each([
    ["nobody", [], undefined],
    ["two of four", [3, 0], undefined],
    ["three, as they came", [3, 0, 2], [0, 2, 3]],
    ["all four: the first three are enough", [3, 2, 1, 0], [0, 1, 2]],
    ["a number that is no member", [0, 1, 4], undefined],
  ] as const)("is made of acks of %s", (_, members, signers) => {
    const some = new Map(members.map((member) => [member, acks.get(member) ?? new Uint8Array(64)]));
    const made = makeCertificate({ roster, acks: some });
    expect(made?.signers).toEqual(signers);
    if (made) expect(isValidCertificate(subject, made)).toBe(true);
  });

  it("is read as it was written, and is nothing with a byte more or less", () => {
    const bytes = encodeCertificate(good);
    expect(findCertificate(bytes)).toEqual(good);
    expect(findCertificate(bytes.subarray(1))).toBeUndefined();
    expect(findCertificate(new Uint8Array([...bytes, 0]))).toBeUndefined();
    expect(findCertificate(bytes.subarray(0, 8 + 2 * 64))).toBeUndefined();
    expect(findCertificate(new Uint8Array(8))).toBeUndefined();
    expect(findCertificate(bytes.subarray(0, 7))).toBeUndefined();
  });

  it("names the last member that its bitmap can", () => {
    const last = { epoch: 2 ** 32 - 1, signers: [0, rosterMembersMax - 1], signatures: good.signatures.slice(0, 2) };
    expect(findCertificate(encodeCertificate(last))).toEqual(last);
  });

  it.each([
    ["signers out of order", { ...good, signers: [1, 0, 2] }],
    ["a signer twice", { ...good, signers: [0, 0, 2] }],
    ["a signer beyond the bitmap", { ...good, signers: [0, 1, 32] }],
    ["nobody", { ...good, signers: [], signatures: [] }],
    ["a signature missing", { ...good, signatures: good.signatures.slice(1) }],
    [
      "signatures of other lengths",
      { ...good, signatures: [new Uint8Array(63), new Uint8Array(65), good.signatures[0]] },
    ],
    ["an epoch that would be cut", { ...good, epoch: 2 ** 32 }],
  ] as [string, Certificate][])("is not written with %s", (_, parts) => {
    expect(() => encodeCertificate(parts)).toThrow(RangeError);
  });

  it.each([
    ["three of four", good, true],
    ["three others", signed(1, 2, 3), true],
    ["two of four", signed(0, 1), false],
    ["one signer more than needed", signed(0, 1, 2, 3), false],
    ["another epoch", { ...good, epoch: 2 }, false],
    ["a stranger's number", { ...good, signers: [0, 1, 4] }, false],
    ["signatures of others", { ...good, signatures: [...good.signatures].reverse() }, false],
    ["a signature of zeros", { ...good, signatures: [...good.signatures.slice(0, 2), new Uint8Array(64)] }, false],
  ] as [string, Certificate, boolean][])("of %s: %o", (_, certificate, expected) => {
    expect(isValidCertificate(subject, certificate)).toBe(expected);
  });

  it.each([
    ["chain", { chain: new Uint8Array(32).fill(9) }],
    ["epoch", { epoch: 2 }],
    ["container", { batchId: new Uint8Array(32).fill(9) }],
  ])("does not hold where one ack was for another %s", async (_, given) => {
    const [first = new Uint8Array(), ...rest] = [...good.signatures];
    expect(first.length).toBe(64);
    const foreign = await ackOf(nodes[0] ?? sceneNodes(1)[0] ?? expect.fail(), given);
    expect(isValidCertificate(subject, { ...good, signatures: [foreign, ...rest] })).toBe(false);
  });

  it("follows power: who holds it alone is enough, and the many are not", () => {
    const weighted = sceneRosterOf(nodes, { epoch: 3, powers: [1, 9, 1, 1] });
    expect(makeCertificate({ roster: weighted, acks })?.signers).toEqual([0, 1]);
    expect(isValidCertificate({ ...subject, roster: weighted }, signed(1))).toBe(true);
    expect(isValidCertificate({ ...subject, roster: weighted }, signed(0, 2, 3))).toBe(false);
  });
});
