import { viewOf } from "@mingbai/codec/bytes";
import { certificateAt } from "@mingbai/testkit/ledger-scene/altered-item";
import { sceneChain } from "@mingbai/testkit/ledger-scene/scene-genesis";
import {
  type Given,
  sceneHeight as height,
  type Made,
  makeItem,
  networkState,
  nodesOf,
  sceneWorld,
  secondFrom,
} from "@mingbai/testkit/ledger-scene/scene-proposals";
import { sceneCommand } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { proposalBytes, wrongProposals } from "@mingbai/testkit/ledger-scene/wrong-proposals";
import { describe, expect, it } from "vitest";
import { previousEpochHeights } from "../genesis/rosters.ts";
import { expiryAheadHeightsMax, judgeItem, judgeProposal, proposalFaults, proposalLimits } from "./block-rule.ts";
import { SignedItems } from "./signed-items.ts";

const { bytes: command } = await sceneCommand({ key: "a", text: "x" });
const unsigned = command.with(230, (command[230] ?? 0) ^ 1);
const [, , , left] = nodesOf[0];
const zeros = (length: number) => new Uint8Array(length);
const oldEpoch = secondFrom + previousEpochHeights;

/** Containers that the ledger has ordered: one certified, one inline, and two under one number. */
const ordered: readonly Made[] = [
  await makeItem(),
  await makeItem({ body: [command] }),
  await makeItem({ header: { originSequence: 9_000 } }),
  await makeItem({ header: { originSequence: 9_000 } }),
];
const [certified, inline, , duplicate] = ordered.map(({ bytes }) => bytes) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const [first] = ordered as [Made];
const state = networkState(ordered);

const cases = wrongProposals({ ...sceneWorld, oldEpoch }, { certified, inline, duplicate });

/** A verdict in few words. */
function told(verdict: ReturnType<typeof judgeProposal>) {
  return "fault" in verdict ? verdict : { items: verdict.items.length };
}

describe("a proposal is refused for", () => {
  it("what a table of at least 60 tries, each fault among them", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(({ fault }) => fault))).toEqual(new Set(proposalFaults));
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });

  const signed = new SignedItems();
  it.each(cases)("$name: $fault", async ({ fault, items, at, index }) => {
    const bytes = await proposalBytes(items, sceneWorld);
    const judging = { state, chain: sceneChain, height: at };
    const before = state.seal().root;
    for (const remembering of [{}, { signed }, { signed }]) {
      expect(told(judgeProposal({ ...judging, ...remembering }, bytes))).toEqual({ fault, index });
    }
    expect(state.seal().root).toEqual(before);
    if (bytes.length === 1) expect(judgeItem(judging, bytes[0] ?? zeros(0))).toEqual({ fault });
  });
});

describe("a proposal is accepted", () => {
  const most = { header: { units: proposalLimits.unitsMax, bodyBytes: proposalLimits.bodyBytesMax } };
  it.each([
    ["that is empty", []],
    ["with a certified container", [{}]],
    ["with an inline one", [{ body: [command] }]],
    [
      "of all members, in any order of origins",
      [{ header: { origin: 2 } }, { header: { origin: 0 } }, { header: { origin: 3 } }],
    ],
    ["certified by any three", [{ certifying: { signers: [1, 2, 3] } }]],
    ["that expires at this very height", [{ header: { expiryHeight: height } }]],
    ["that expires as far ahead as may be", [{ header: { expiryHeight: height + expiryAheadHeightsMax } }]],
    ["certified in the epoch before", [{ epoch: 0 }]],
    [
      "of one who left less than 256 heights ago",
      [
        { header: { origin: 3 }, epoch: 0 },
        { header: { origin: 3 }, body: [command], signer: left.ack },
      ],
    ],
    ["with a twin of one that was ordered", [{ header: { originSequence: first.header.originSequence } }]],
    ["with two under one number", [{ header: { originSequence: 6_000 } }, { header: { originSequence: 6_000 } }]],
    ["with as many units and bytes as may be", [most]],
    ["whose inline body holds a wrong signature", [{ body: [unsigned] }]],
    ["whose inline body holds no transaction", [{ body: [zeros(77)] }]],
    ["whose units are not those of its body", [{ header: { units: 7 }, body: [command] }]],
  ] as readonly [string, readonly Given[]][])("%s", async (_, items) => {
    const bytes = await proposalBytes(items, sceneWorld);
    expect(told(judgeProposal({ state, chain: sceneChain, height }, bytes))).toEqual({ items: items.length });
  });

  it("by what the state remembers, which forgets what has expired", async () => {
    const younger = networkState();
    const verdict = judgeItem({ state: younger, chain: sceneChain, height }, certified);
    expect(verdict).toMatchObject({ item: { header: first.header } });
    expect(judgeItem({ state, chain: sceneChain, height }, certified)).toEqual({ fault: "ALREADY_ORDERED" });
  });

  it("and its signatures are remembered for these rosters only", async () => {
    const signed = new SignedItems();
    const { bytes } = await makeItem({ epoch: 0, header: { expiryHeight: oldEpoch } });
    expect(judgeItem({ state, chain: sceneChain, height, signed }, bytes)).toHaveProperty("item");
    expect(judgeItem({ state, chain: sceneChain, height: oldEpoch, signed }, bytes)).toEqual({ fault: "EPOCH_WRONG" });
    const changed = bytes.slice();
    viewOf(changed).setUint32(certificateAt, 1, true);
    expect(judgeItem({ state, chain: sceneChain, height, signed }, changed)).toEqual({ fault: "CERTIFICATE_WRONG" });
  });
});
