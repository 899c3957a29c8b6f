import { concat, viewOf } from "@mingbai/codec/bytes";
import { sceneChain } from "@mingbai/testkit/ledger-scene/scene-genesis";
import {
  type Given,
  sceneHeight as height,
  type Made,
  makeItem,
  networkState,
  nodesOf,
  otherChain,
  secondFrom,
} from "@mingbai/testkit/ledger-scene/scene-proposals";
import { sceneCommand, scenePayments } from "@mingbai/testkit/ledger-scene/scene-transactions";
import { describe, expect, it } from "vitest";
import { storedMessage } from "../availability/stored-ack.ts";
import { previousEpochHeights } from "../genesis/rosters.ts";
import {
  expiryAheadHeightsMax,
  judgeItem,
  judgeProposal,
  type ProposalFault,
  proposalFaults,
  proposalLimits,
} from "./block-rule.ts";
import { containerKinds } from "./container.ts";
import { SignedItems } from "./signed-items.ts";

const { bytes: command } = await sceneCommand({ key: "a", text: "x" });
const { bytes: batch } = await scenePayments(Array.from({ length: 600 }, (_, line) => line));
const unsigned = command.with(230, (command[230] ?? 0) ^ 1);
const [zero, , , left] = nodesOf[0];
const zeros = (length: number) => new Uint8Array(length);
const flip = (at: number) => (bytes: Uint8Array) => bytes.with(at, (bytes[at] ?? 0) ^ 1);
const put = (at: number, value: number) => (bytes: Uint8Array) => bytes.with(at, value);
const cut = (length: number) => (bytes: Uint8Array) => bytes.subarray(0, length);
const more = (bytes: Uint8Array) => concat(bytes, zeros(1));
const certificateAt = 160;

/** Containers that the ledger has ordered: one certified, one inline, and two under one number. */
const ordered: readonly Made[] = [
  await makeItem(),
  await makeItem({ body: [command] }),
  await makeItem({ header: { originSequence: 9_000 } }),
  await makeItem({ header: { originSequence: 9_000 } }),
];
const [certified, carried, , twin] = ordered.map(({ bytes }) => bytes) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const [first] = ordered as [Made];
const state = networkState(ordered);

/** A case: items in order, each honest but for what is given, or the bytes themselves. */
type Item = Given | Uint8Array;
interface Options {
  readonly at?: number;
  readonly index?: number;
}
type Case = readonly [name: string, fault: ProposalFault, items: readonly Item[], options?: Options];

async function bytesOf(items: readonly Item[]): Promise<Uint8Array[]> {
  return Promise.all(items.map(async (item) => (item instanceof Uint8Array ? item : (await makeItem(item)).bytes)));
}

const again = { header: first.header };
const twice: Given = { header: { originSequence: 7_000, bodyRoot: zeros(32) } };
const oldEpoch = secondFrom + previousEpochHeights;
const atOldEpoch = { header: { expiryHeight: oldEpoch }, epoch: 0 } as const;
const longBody = Array.from({ length: 3 }, () => batch);

const malformed: readonly Case[] = (
  [
    ["no bytes", zeros(0)],
    ["zeros", zeros(400)],
    ["a header alone", { bytes: cut(96) }],
    ["no certificate", { bytes: cut(certificateAt) }],
    ["a certificate's head alone", { bytes: cut(certificateAt + 8) }],
    ["a byte of the certificate missing", { bytes: (bytes) => bytes.subarray(0, -1) }],
    ["a signature of the certificate missing", { bytes: (bytes) => bytes.subarray(0, -64) }],
    ["a byte behind the certificate", { bytes: more }],
    ["another magic", { bytes: put(0, 0x4e) }],
    ["a kind that there is not", { bytes: put(4, 3) }],
    ["another suite", { bytes: put(5, 2) }],
    ["a byte where zeros stand", { bytes: put(40, 1) }],
    ["a last byte where zeros stand", { bytes: put(63, 1) }],
    ["a number above 2^53", { bytes: put(23, 1) }],
    ["an expiry above 2^53", { bytes: put(31, 1) }],
    ["a bitmap of nobody", { bytes: (bytes) => put(certificateAt + 4, 0)(bytes.subarray(0, certificateAt + 8)) }],
    ["a bitmap of more than signed", { bytes: put(certificateAt + 4, 15) }],
    ["a bitmap of fewer than signed", { bytes: put(certificateAt + 4, 3) }],
    ["an inline body cut", { body: [command], bytes: (bytes) => bytes.subarray(0, -1) }],
    ["a byte behind an inline body", { body: [command], bytes: more }],
    ["no inline body", { body: [command], bytes: cut(certificateAt) }],
    ["another inline body", { body: [command], bytes: flip(200) }],
    ["an inline body under another digest", { body: [command], header: { bodyRoot: zeros(32) } }],
    ["an inline body of another length", { body: [command], header: { bodyBytes: command.length - 1 } }],
    ["a certificate instead of an inline body", { bytes: put(4, containerKinds.inline) }],
    ["a body instead of a certificate", { body: [command], bytes: put(4, containerKinds.gathered) }],
  ] as readonly [string, Item][]
).map(([name, item]) => [name, "ITEM_MALFORMED", [item]]);

const cases: readonly Case[] = [
  ...malformed,
  ["another ledger", "CHAIN_WRONG", [{ header: { chainTag: otherChain().slice(0, 8) } }]],
  ["no ledger", "CHAIN_WRONG", [{ header: { chainTag: zeros(8) } }]],
  ["another ledger, inline", "CHAIN_WRONG", [{ body: [command], header: { chainTag: zeros(8) } }]],
  ["expired one height ago", "EXPIRED", [{ header: { expiryHeight: height - 1 } }]],
  ["expired from the beginning", "EXPIRED", [{ header: { expiryHeight: 0 } }]],
  ["ordered and expired", "EXPIRED", [certified], { at: height + 101 }],
  ["expires one height too far", "EXPIRY_TOO_FAR", [{ header: { expiryHeight: height + expiryAheadHeightsMax + 1 } }]],
  ["never expires", "EXPIRY_TOO_FAR", [{ header: { expiryHeight: 2 ** 53 - 1 } }]],
  ["certified by the members to come", "EPOCH_WRONG", [{ epoch: 2 }]],
  ["the epoch before, 256 heights on", "EPOCH_WRONG", [atOldEpoch], { at: oldEpoch }],
  ["an epoch that never was", "EPOCH_WRONG", [{ certificate: (honest) => ({ ...honest, epoch: 9 }) }]],
  [
    "the last epoch that can be written",
    "EPOCH_WRONG",
    [{ certificate: (honest) => ({ ...honest, epoch: 2 ** 32 - 1 }) }],
  ],
  ["an origin past the roster", "ORIGIN_UNKNOWN", [{ header: { origin: 4 } }]],
  ["the last origin that can be written", "ORIGIN_UNKNOWN", [{ header: { origin: 65_535 } }]],
  ["an inline container of nobody", "ORIGIN_UNKNOWN", [{ body: [command], header: { origin: 4 } }]],
  ["ordered already", "ALREADY_ORDERED", [certified]],
  ["ordered already, inline", "ALREADY_ORDERED", [carried]],
  ["ordered already as a duplicate", "ALREADY_ORDERED", [twin]],
  ["ordered already, certified again by others", "ALREADY_ORDERED", [{ ...again, certifying: { signers: [1, 2, 3] } }]],
  ["ordered already, certified in the epoch before", "ALREADY_ORDERED", [{ ...again, epoch: 0 }]],
  ["twice, the same bytes", "TWICE_IN_BLOCK", [twice, twice], { index: 1 }],
  ["twice, by other certificates", "TWICE_IN_BLOCK", [twice, { ...twice, epoch: 0 }], { index: 1 }],
  ["twice, with one between", "TWICE_IN_BLOCK", [twice, { header: { origin: 1 } }, twice], { index: 2 }],
  [
    "numbers that descend",
    "SEQUENCE_DESCENDING",
    [{ header: { originSequence: 8_001 } }, { header: { originSequence: 8_000 } }],
    { index: 1 },
  ],
  [
    "numbers that descend among other origins'",
    "SEQUENCE_DESCENDING",
    [
      { header: { originSequence: 8_001 } },
      { header: { origin: 1, originSequence: 1 } },
      { header: { originSequence: 8_002 } },
      { header: { originSequence: 8_001 }, body: [command] },
    ],
    { index: 3 },
  ],
  ["too many units in one", "UNITS_OVER", [{ header: { units: proposalLimits.unitsMax + 1 } }]],
  ["as many units as can be written", "UNITS_OVER", [{ header: { units: 2 ** 32 - 1 } }]],
  ["too many units together", "UNITS_OVER", [{ header: { units: proposalLimits.unitsMax } }, {}], { index: 1 }],
  ["too long a body", "BODIES_OVER", [{ header: { bodyBytes: proposalLimits.bodyBytesMax + 1 } }]],
  [
    "bodies too long together",
    "BODIES_OVER",
    [{ header: { bodyBytes: proposalLimits.bodyBytesMax } }, {}],
    { index: 1 },
  ],
  [
    "bodies too long with an inline one",
    "BODIES_OVER",
    [{ header: { bodyBytes: proposalLimits.bodyBytesMax } }, { body: [command] }],
    { index: 1 },
  ],
  ["too long an inline body", "INLINE_OVER", [{ body: longBody }]],
  ["inline bodies too long together", "INLINE_OVER", [{ body: [batch] }, { body: [batch] }], { index: 1 }],
  ["an origin's signature of zeros", "ORIGIN_SIGNATURE_WRONG", [{ bytes: (bytes) => zeroed(bytes, 96) }]],
  ["an origin's signature with a bit changed", "ORIGIN_SIGNATURE_WRONG", [{ bytes: flip(100) }]],
  ["an origin's signature by another member", "ORIGIN_SIGNATURE_WRONG", [{ signer: nodesOf[1][1].ack }]],
  ["an origin's signature by another of its keys", "ORIGIN_SIGNATURE_WRONG", [{ signer: zero.organisationKey }]],
  ["an origin's signature over the header", "ORIGIN_SIGNATURE_WRONG", [{ signs: (_, header) => header }]],
  ["an origin's signature over the bare id", "ORIGIN_SIGNATURE_WRONG", [{ signs: (id) => id }]],
  ["an origin's stored ack for its signature", "ORIGIN_SIGNATURE_WRONG", [{ signs: storedIn(1) }]],
  ["an origin's signature of another container", "ORIGIN_SIGNATURE_WRONG", [{ bytes: withPart(certified, 96, 160) }]],
  ["an inline container not signed", "ORIGIN_SIGNATURE_WRONG", [{ body: [command], bytes: (b) => zeroed(b, 96) }]],
  [
    "an origin that left 256 heights ago",
    "ORIGIN_SIGNATURE_WRONG",
    [{ header: { origin: 3, expiryHeight: oldEpoch }, body: [command], signer: left.ack }],
    { at: oldEpoch },
  ],
  ["acks of two of four", "CERTIFICATE_WRONG", [{ certificate: (honest) => kept(honest, [0, 1]) }]],
  [
    "one ack three times",
    "CERTIFICATE_WRONG",
    [{ certificate: (honest) => ({ ...honest, signatures: same(honest) }) }],
  ],
  ["an ack more than needed", "CERTIFICATE_WRONG", [{ certificate: withFourth }]],
  ["an ack of zeros", "CERTIFICATE_WRONG", [{ bytes: (bytes) => zeroed(bytes, certificateAt + 8) }]],
  [
    "acks in another order",
    "CERTIFICATE_WRONG",
    [{ certificate: (honest) => ({ ...honest, signatures: [...honest.signatures].reverse() }) }],
  ],
  ["acks under other names", "CERTIFICATE_WRONG", [{ certificate: (honest) => ({ ...honest, signers: [0, 1, 3] }) }]],
  [
    "acks under the name of nobody",
    "CERTIFICATE_WRONG",
    [{ certificate: (honest) => ({ ...honest, signers: [0, 1, 5] }) }],
  ],
  ["acks of another container", "CERTIFICATE_WRONG", [{ bytes: withPart(certified, certificateAt) }]],
  ["acks for another ledger", "CERTIFICATE_WRONG", [{ certifying: { chain: otherChain() } }]],
  [
    "acks of the epoch before under this one's number",
    "CERTIFICATE_WRONG",
    [{ epoch: 0, certificate: (honest) => ({ ...honest, epoch: 1 }) }],
  ],
  [
    "acks of this epoch under the number before",
    "CERTIFICATE_WRONG",
    [{ certificate: (honest) => ({ ...honest, epoch: 0 }) }],
  ],
  ["an ack of one who left", "CERTIFICATE_WRONG", [{ certifying: { nodes: nodesOf[0], signers: [1, 2, 3] } }]],
  [
    "acks by keys of checkpoints",
    "CERTIFICATE_WRONG",
    [{ certifying: { nodes: nodesOf[1].map((node) => ({ ...node, ack: node.log })) } }],
  ],
  ["a form wrong behind a signature wrong", "ITEM_MALFORMED", [{ bytes: flip(100) }, zeros(9)], { index: 1 }],
  ["a ledger wrong before a form wrong", "CHAIN_WRONG", [{ header: { chainTag: zeros(8) } }, zeros(9)]],
  [
    "a ledger, an expiry, an epoch and a signature wrong",
    "CHAIN_WRONG",
    [{ header: { chainTag: zeros(8), expiryHeight: 0 }, epoch: 2, bytes: flip(100) }],
  ],
  [
    "an expiry, an epoch and a signature wrong",
    "EXPIRED",
    [{ header: { expiryHeight: 0 }, epoch: 2, bytes: flip(100) }],
  ],
  ["an epoch and an origin wrong", "EPOCH_WRONG", [{ header: { origin: 9 }, epoch: 2 }]],
  [
    "ordered, and too many units",
    "ALREADY_ORDERED",
    [{ header: { units: proposalLimits.unitsMax } }, certified],
    { index: 1 },
  ],
  ["too many units and a signature wrong", "UNITS_OVER", [{ header: { units: 2 ** 32 - 1 }, bytes: flip(100) }]],
  ["both signatures wrong", "ORIGIN_SIGNATURE_WRONG", [{ bytes: (bytes) => flip(170)(flip(100)(bytes)) }]],
  [
    "a certificate wrong before an origin's signature",
    "CERTIFICATE_WRONG",
    [{ bytes: flip(200) }, { bytes: flip(100) }],
  ],
  [
    "one wrong signature behind good ones",
    "CERTIFICATE_WRONG",
    [{}, { header: { origin: 1 } }, { bytes: flip(200) }],
    { index: 2 },
  ],
];

function storedIn(epoch: number) {
  return (batchId: Uint8Array) => storedMessage({ chain: sceneChain, epoch, batchId });
}

function zeroed(bytes: Uint8Array, at: number): Uint8Array {
  const changed = bytes.slice();
  changed.fill(0, at, at + 64);
  return changed;
}

function withPart(source: Uint8Array, from: number, to = source.length) {
  return (bytes: Uint8Array) => concat(bytes.subarray(0, from), source.subarray(from, to), bytes.subarray(to));
}

type Certificate = Parameters<NonNullable<Given["certificate"]>>[0];

function kept({ epoch, signers, signatures }: Certificate, members: readonly number[]): Certificate {
  return {
    epoch,
    signers: members,
    signatures: members.flatMap((member) => signatures[signers.indexOf(member)] ?? []),
  };
}

function same({ signatures }: Certificate): Uint8Array[] {
  return signatures.flatMap(() => signatures[0] ?? []);
}

/** Four signatures where three are a quorum; whether the fourth is valid is not even asked. */
function withFourth(honest: Certificate): Certificate {
  return { ...honest, signers: [0, 1, 2, 3], signatures: [...honest.signatures, zeros(64)] };
}

/** A verdict in few words. */
function told(verdict: ReturnType<typeof judgeProposal>) {
  return "fault" in verdict ? verdict : { items: verdict.items.length };
}

describe("a proposal is refused for", () => {
  it("what a table of at least 60 tries, each fault among them", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    expect(new Set(cases.map(([, fault]) => fault))).toEqual(new Set(proposalFaults));
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
  });

  const signed = new SignedItems();
  const rows = cases.map(([name, fault, items, options]) => ({ name, fault, items, at: height, index: 0, ...options }));
  it.each(rows)("$name: $fault", async ({ fault, items, at, index }) => {
    const bytes = await bytesOf(items);
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
    const bytes = await bytesOf(items);
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
