import { toHex } from "@mingbai/codec/hex";
import { encodePromise, promiseMessage } from "@mingbai/ledger/availability/promise";
import { faultyMax, isQuorum } from "@mingbai/ledger/availability/quorum";
import { storedMessage } from "@mingbai/ledger/availability/stored-ack";
import { voidMessage } from "@mingbai/ledger/availability/void-statement";
import { judgeProposal } from "@mingbai/ledger/container/block-rule";
import { previousEpochHeights } from "@mingbai/ledger/genesis/rosters";
import { sceneChain } from "../ledger-scene/scene-genesis.ts";
import { sceneNodes, sceneRosterOf } from "../ledger-scene/scene-nodes.ts";
import {
  type Given,
  makeItem,
  networkState,
  nodesOf,
  rosters,
  sceneHeight,
  secondFrom,
  thirdFrom,
} from "../ledger-scene/scene-proposals.ts";
import { sampleEnvelopeBytes } from "../sample-domain/sample-envelope.ts";
import { hashOf } from "./hash-of.ts";

type Row = readonly [name: string, items: readonly Given[], height?: number];

const body = [sampleEnvelopeBytes(new TextEncoder().encode('{"key":"a","text":"x"}'))];
const named = (originSequence: number, more: Given["header"] = {}): Given => ({
  header: { originSequence, bodyRoot: hashOf(originSequence), expiryHeight: sceneHeight + 100, ...more },
});
/** An inline container; its body root is its body's. */
const carried = (originSequence: number): Given => ({
  body,
  header: { originSequence, expiryHeight: sceneHeight + 9 },
});
const flip = (at: number) => (bytes: Uint8Array) => bytes.with(at, (bytes[at] ?? 0) ^ 1);
const oldEpoch = secondFrom + previousEpochHeights;
const certificateAt = 160;

const rows: readonly Row[] = [
  ["certified", [named(2)]],
  ["inline", [carried(2)]],
  ["certified in the epoch before", [{ ...named(2), epoch: 0 }]],
  ["two under one number", [named(2), named(2, { bodyRoot: hashOf(9) })]],
  ["a twin of what was ordered", [named(1, { bodyRoot: hashOf(9) })]],
  ["a byte behind", [{ ...named(2), bytes: (bytes) => new Uint8Array([...bytes, 0]) }]],
  ["an inline body changed", [{ ...carried(2), bytes: flip(certificateAt) }]],
  ["another ledger", [named(2, { chainTag: new Uint8Array(8) })]],
  ["expired", [named(2, { expiryHeight: sceneHeight - 1 })]],
  ["expires too far ahead", [named(2, { expiryHeight: sceneHeight + 4_097 })]],
  ["certified by members to come", [{ ...named(2), epoch: 2 }]],
  ["the epoch before, too late", [{ ...named(2, { expiryHeight: oldEpoch }), epoch: 0 }], oldEpoch],
  ["the epoch before, just in time", [{ ...named(2, { expiryHeight: oldEpoch }), epoch: 0 }], oldEpoch - 1],
  ["an origin that is no member", [named(2, { origin: 4 })]],
  ["ordered already", [named(1)]],
  ["twice", [named(2), { ...named(2), certifying: { signers: [1, 2, 3] } }]],
  ["descending", [named(3), named(2)]],
  ["too many units", [named(2, { units: 131_072 }), named(3)]],
  ["bodies too long", [named(2, { bodyBytes: 32 * 1024 * 1024 }), named(3)]],
  ["an origin's signature changed", [{ ...named(2), bytes: flip(100) }]],
  ["an origin's signature by another", [{ ...named(2), signer: nodesOf[1][1].ack }]],
  [
    "too few acks",
    [
      {
        ...named(2),
        certificate: ({ signatures, ...rest }) => ({ ...rest, signers: [0, 1], signatures: signatures.slice(0, 2) }),
      },
    ],
  ],
  [
    "one ack too many",
    [
      {
        ...named(2),
        certificate: ({ signatures, ...rest }) => ({
          ...rest,
          signers: [0, 1, 2, 3],
          signatures: [...signatures, new Uint8Array(64)],
        }),
      },
    ],
  ],
  ["acks for another ledger", [{ ...named(2), certifying: { chain: hashOf(9) } }]],
  [
    "acks of the epoch before under this one's number",
    [{ ...named(2), epoch: 0, certificate: (one) => ({ ...one, epoch: 1 }) }],
  ],
  [
    "a form wrong behind a signature wrong",
    [
      { ...named(2), bytes: flip(100) },
      { ...named(3), bytes: flip(0) },
    ],
  ],
];

/** Quorums, a stored ack, a promise, what is signed of a lost body, and proposals with the verdict on each. */
export async function availabilityVectors() {
  const ordered = [await makeItem(named(1))];
  const state = networkState(ordered);
  const proposals = [];
  for (const [name, given, height = sceneHeight] of rows) {
    const items: Uint8Array[] = [];
    for (const one of given) items.push((await makeItem(one)).bytes);
    const verdict = judgeProposal({ state, chain: sceneChain, height }, items);
    const said = "fault" in verdict ? { fault: verdict.fault, index: verdict.index } : { fault: null };
    proposals.push({ name, height, items: items.map(toHex), ...said });
  }
  const message = storedMessage({ chain: sceneChain, epoch: 1, batchId: hashOf(1) });
  const promise = { epoch: 1, node: 2, byHeight: 5_000, id: hashOf(2) };
  const said = promiseMessage(sceneChain, promise);
  const signature = await nodesOf[1][2].ack.sign({ message: said, id: promise.id });
  const lost = { chain: sceneChain, epoch: 1, batchId: hashOf(3) };
  return {
    quorums: quorums(),
    void: { epoch: lost.epoch, batchId: toHex(lost.batchId), message: toHex(voidMessage(lost)) },
    promise: {
      ...promise,
      id: toHex(promise.id),
      message: toHex(said),
      bytes: toHex(encodePromise({ ...promise, signature })),
    },
    stored: { chain: toHex(sceneChain), epoch: 1, batchId: toHex(hashOf(1)), message: toHex(message) },
    rosters: rosters.map((roster, index) => ({ ...roster, fromHeight: [0, secondFrom, thirdFrom][index] })),
    ordered: ordered.map(({ batchId }) => toHex(batchId)),
    proposals,
  };
}

function quorums() {
  const powers = [[1], [1, 1, 1], [1, 1, 1, 1], [3, 2, 2, 2], [7, 1, 1, 1]];
  const all = powers.map((list) => sceneRosterOf(sceneNodes(list.length), { powers: list }));
  return all.flatMap((roster, at) =>
    [[0], [0, 1], [0, 1, 2], [1, 2, 3], [0, 0, 0]].map((members) => ({
      powers: powers[at],
      members,
      isQuorum: isQuorum(roster, members),
      faultyMax: faultyMax(roster),
    })),
  );
}
