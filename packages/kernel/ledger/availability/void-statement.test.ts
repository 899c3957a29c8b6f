import { sceneChain } from "@mingbai/testkit/ledger-scene/scene-genesis";
import { sceneNodes, sceneRosterOf } from "@mingbai/testkit/ledger-scene/scene-nodes";
import { describe, expect, it } from "vitest";
import { isGivenUp, voidMessage } from "./void-statement.ts";

const nodes = sceneNodes(4);
const roster = sceneRosterOf(nodes, { epoch: 3 });
const batchId = new Uint8Array(32).fill(7);
const body = { chain: sceneChain, epoch: 3, batchId };
type Key = "organisationKey" | "ack";

/** What these members sign, each under its own name unless told otherwise. */
async function signedBy(members: readonly number[], given = body, key: Key = "organisationKey", shift = 0) {
  const message = voidMessage(given);
  const all = members.map(async (member) => {
    const signature = await nodes[member]?.[key].sign({ message, id: given.batchId });
    return [nodes[(member + shift) % 4]?.organisation ?? "", signature ?? new Uint8Array()] as const;
  });
  return new Map(await Promise.all(all));
}

describe("a body that nobody has any more", () => {
  it.each([
    ["three of four", () => signedBy([0, 2, 3]), true],
    ["all", () => signedBy([0, 1, 2, 3]), true],
    ["two of four", () => signedBy([0, 1]), false],
    ["nobody", () => signedBy([]), false],
    ["the keys of nodes instead", () => signedBy([0, 1, 2, 3], body, "ack"), false],
    ["each other's names", () => signedBy([0, 1, 2, 3], body, "organisationKey", 1), false],
    ["another ledger's", () => signedBy([0, 1, 2], { ...body, chain: new Uint8Array(32) }), false],
    ["another epoch's", () => signedBy([0, 1, 2], { ...body, epoch: 2 }), false],
    ["another body's", () => signedBy([0, 1, 2], { ...body, batchId: new Uint8Array(32) }), false],
  ] as const)("is given up by %s: %s", async (_, signatures, expected) => {
    expect(isGivenUp({ chain: sceneChain, roster, batchId }, await signatures())).toBe(expected);
  });
});
