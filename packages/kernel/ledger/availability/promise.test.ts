import { equalBytes } from "@mingbai/codec/bytes";
import { deepCount } from "@mingbai/testkit/deep";
import { fuzz, mutateBytes } from "@mingbai/testkit/fuzz";
import { sceneChain } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { type SceneNode, sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { runSeed } from "@mingbai/testkit/random";
import { describe, expect, it } from "vitest";
import { encodePromise, findPromise, isValidPromise, promiseMessage, type ReceivedPromise } from "./promise.ts";

const nodes = sceneNodes(4);
const roster = sceneRosterOf(nodes, { epoch: 3 });
const promise = { epoch: 3, node: 2, byHeight: 5_000, id: new Uint8Array(32).fill(9) };
const [other, , node] = nodes;
if (node === undefined || other === undefined) throw new Error("no nodes");
/** The promise signed by a node's ack key. */
async function signedBy({ ack }: SceneNode, made: ReceivedPromise) {
  return { ...made, signature: await ack.sign({ message: promiseMessage(sceneChain, made), id: made.id }) };
}
const signed = await signedBy(node, promise);

describe("a promise", () => {
  it("travels as bytes and is checked by whoever knows the roster", () => {
    const read = findPromise(encodePromise(signed));
    expect(read).toEqual(signed);
    expect(isValidPromise(signed, { chain: sceneChain, roster })).toBe(true);
  });

  it.each([
    ["of another node", { ...signed, node: 1 }],
    ["of no node", { ...signed, node: 9 }],
    ["of another epoch", { ...signed, epoch: 4 }],
    ["by another height", { ...signed, byHeight: 5_001 }],
    ["of another transaction", { ...signed, id: new Uint8Array(32) }],
  ])("%s is not this one", (_, altered) => {
    expect(isValidPromise(altered, { chain: sceneChain, roster })).toBe(false);
  });

  it("is of one ledger, by one key", async () => {
    expect(isValidPromise(signed, { chain: new Uint8Array(32), roster })).toBe(false);
    const forged = await signedBy(other, promise);
    expect(isValidPromise(forged, { chain: sceneChain, roster })).toBe(false);
  });

  it.each([{ epoch: 2 ** 32 }, { node: 65_536 }, { byHeight: -1 }, { id: new Uint8Array(31) }])(
    "has no form for %j",
    (wrong) => {
      expect(() => promiseMessage(sceneChain, { ...promise, ...wrong })).toThrow(RangeError);
      expect(() => encodePromise({ ...signed, ...wrong })).toThrow(RangeError);
    },
  );

  it("of arbitrary bytes is refused or spelled by them", async () => {
    await fuzz({
      seed: runSeed(),
      count: deepCount(1_000, 100_000),
      make: (draw) => mutateBytes(draw, [encodePromise(signed)]),
      judge: (bytes) => {
        const read = findPromise(bytes);
        if (read !== undefined) expect(equalBytes(encodePromise(read), bytes)).toBe(true);
      },
    });
  });
});
