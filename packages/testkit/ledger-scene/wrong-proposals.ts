import { storedMessage } from "@mingbai/ledger/availability/stored-ack";
import { expiryAheadHeightsMax, type ProposalFault, proposalLimits } from "@mingbai/ledger/container/block-rule";
import { containerKinds } from "@mingbai/ledger/container/container";
import { findItem } from "@mingbai/ledger/container/item";
import { certificateAt, cut, flip, kept, more, put, same, withFourth, withPart, zeroed } from "./altered-item.ts";
import { type Given, makeItem, otherChain, type ProposalWorld } from "./scene-proposals.ts";
import { sceneCommand, scenePayments } from "./scene-transactions.ts";

/** What the ledger has ordered and not forgotten. */
export interface OrderedItems {
  readonly certified: Uint8Array;
  readonly inline: Uint8Array;
  /** Another container under a number that was used. */
  readonly duplicate: Uint8Array;
}

/** An item in a proposal: honest but for what is given, or the bytes themselves. */
export type ProposedItem = Given | Uint8Array;

export interface WrongProposal {
  readonly name: string;
  readonly items: readonly ProposedItem[];
  /** Why it is refused where there are three epochs, the one before has just ended, and it is judged at height `at`. */
  readonly fault: ProposalFault;
  readonly at: number;
  /** The item that has the fault. */
  readonly index: number;
}

type Row = readonly [
  name: string,
  fault: ProposalFault,
  items: readonly ProposedItem[],
  but?: { readonly at?: number; readonly index?: number },
];

const { bytes: command } = await sceneCommand({ key: "a", text: "x" });
const { bytes: batch } = await scenePayments(Array.from({ length: 600 }, (_, line) => line));
const zeros = (length: number) => new Uint8Array(length);
const longBody = Array.from({ length: 3 }, () => batch);

/** The items' bytes, in order. */
export function proposalBytes(items: readonly ProposedItem[], world: ProposalWorld): Promise<Uint8Array[]> {
  return Promise.all(
    items.map(async (item) => (item instanceof Uint8Array ? item : (await makeItem(item, world)).bytes)),
  );
}

/**
 * Proposals that every correct member refuses, whatever it has at hand; of each fault some. Of four members, each with power 1.
 * `oldEpoch`: the first height at which nothing counts of the epoch before the one in force.
 */
export function wrongProposals(
  world: ProposalWorld & { readonly oldEpoch: number },
  ordered: OrderedItems,
): readonly WrongProposal[] {
  const rows = [
    ...malformed,
    ...wrongByThemselves(world, ordered),
    ...wrongTogether,
    ...wronglySigned(world, ordered),
    ...wrongInSeveralWays(ordered),
  ];
  return rows.map(([name, fault, items, but]) => ({ name, fault, items, at: world.height, index: 0, ...but }));
}

const malformed: readonly Row[] = (
  [
    ["no bytes", zeros(0)],
    ["zeros", zeros(400)],
    ["a header alone", { bytes: cut(96) }],
    ["no certificate", { bytes: cut(certificateAt) }],
    ["a certificate's head alone", { bytes: cut(certificateAt + 8) }],
    ["a byte of the certificate missing", { bytes: cut(-1) }],
    ["a signature of the certificate missing", { bytes: cut(-64) }],
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
    ["an inline body cut", { body: [command], bytes: cut(-1) }],
    ["a byte behind an inline body", { body: [command], bytes: more }],
    ["no inline body", { body: [command], bytes: cut(certificateAt) }],
    ["another inline body", { body: [command], bytes: flip(200) }],
    ["an inline body under another digest", { body: [command], header: { bodyRoot: zeros(32) } }],
    ["an inline body of another length", { body: [command], header: { bodyBytes: command.length - 1 } }],
    ["a certificate instead of an inline body", { bytes: put(4, containerKinds.inline) }],
    ["a body instead of a certificate", { body: [command], bytes: put(4, containerKinds.gathered) }],
  ] satisfies readonly [string, ProposedItem][]
).map(([name, item]) => [name, "ITEM_MALFORMED", [item]]);

/** Faults of one item that no signature hides. */
function wrongByThemselves({ height, oldEpoch }: { height: number; oldEpoch: number }, ordered: OrderedItems): Row[] {
  const { certified, inline, duplicate } = ordered;
  const atOldEpoch: Given = { header: { expiryHeight: oldEpoch }, epoch: 0 };
  const header = findItem(certified)?.header;
  if (header === undefined) throw new RangeError("what was ordered cannot be read");
  const again: Given = { header };
  return [
    ["another ledger", "CHAIN_WRONG", [{ header: { chainTag: otherChain().slice(0, 8) } }]],
    ["no ledger", "CHAIN_WRONG", [{ header: { chainTag: zeros(8) } }]],
    ["another ledger, inline", "CHAIN_WRONG", [{ body: [command], header: { chainTag: zeros(8) } }]],
    ["expired one height ago", "EXPIRED", [{ header: { expiryHeight: height - 1 } }]],
    ["expired from the beginning", "EXPIRED", [{ header: { expiryHeight: 0 } }]],
    ["ordered and expired", "EXPIRED", [certified], { at: height + 101 }],
    [
      "expires one height too far",
      "EXPIRY_TOO_FAR",
      [{ header: { expiryHeight: height + expiryAheadHeightsMax + 1 } }],
    ],
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
    ["ordered already, inline", "ALREADY_ORDERED", [inline]],
    ["ordered already as a duplicate", "ALREADY_ORDERED", [duplicate]],
    [
      "ordered already, certified again by others",
      "ALREADY_ORDERED",
      [{ ...again, certifying: { signers: [1, 2, 3] } }],
    ],
    ["ordered already, certified in the epoch before", "ALREADY_ORDERED", [{ ...again, epoch: 0 }]],
  ];
}

const twice: Given = { header: { originSequence: 7_000, bodyRoot: zeros(32) } };
const wrongTogether: readonly Row[] = [
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
];

function wronglySigned(
  { chain, epochs, oldEpoch }: ProposalWorld & { oldEpoch: number },
  { certified }: OrderedItems,
): Row[] {
  const [before, now] = epochs;
  const [zero, one] = now.nodes;
  const left = before.nodes[3];
  if (zero === undefined || one === undefined || left === undefined) throw new RangeError("four members were said");
  return [
    ["an origin's signature of zeros", "ORIGIN_SIGNATURE_WRONG", [{ bytes: zeroed(96) }]],
    ["an origin's signature with a bit changed", "ORIGIN_SIGNATURE_WRONG", [{ bytes: flip(100) }]],
    ["an origin's signature by another member", "ORIGIN_SIGNATURE_WRONG", [{ signer: one.ack }]],
    ["an origin's signature by another of its keys", "ORIGIN_SIGNATURE_WRONG", [{ signer: zero.organisationKey }]],
    ["an origin's signature over the header", "ORIGIN_SIGNATURE_WRONG", [{ signs: (_, header) => header }]],
    ["an origin's signature over the bare id", "ORIGIN_SIGNATURE_WRONG", [{ signs: (id) => id }]],
    [
      "an origin's stored ack for its signature",
      "ORIGIN_SIGNATURE_WRONG",
      [{ signs: (batchId) => storedMessage({ chain, epoch: now.roster.epoch, batchId }) }],
    ],
    ["an origin's signature of another container", "ORIGIN_SIGNATURE_WRONG", [{ bytes: withPart(certified, 96, 160) }]],
    ["an inline container not signed", "ORIGIN_SIGNATURE_WRONG", [{ body: [command], bytes: zeroed(96) }]],
    [
      "an origin that left 256 heights ago",
      "ORIGIN_SIGNATURE_WRONG",
      [{ header: { origin: 3, expiryHeight: oldEpoch }, body: [command], signer: left.ack }],
      { at: oldEpoch },
    ],
    ["acks of two of four", "CERTIFICATE_WRONG", [{ certificate: kept([0, 1]) }]],
    ["one ack three times", "CERTIFICATE_WRONG", [{ certificate: same }]],
    ["an ack more than needed", "CERTIFICATE_WRONG", [{ certificate: withFourth }]],
    ["an ack of zeros", "CERTIFICATE_WRONG", [{ bytes: zeroed(certificateAt + 8) }]],
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
      [{ epoch: 0, certificate: (honest) => ({ ...honest, epoch: now.roster.epoch }) }],
    ],
    [
      "acks of this epoch under the number before",
      "CERTIFICATE_WRONG",
      [{ certificate: (honest) => ({ ...honest, epoch: before.roster.epoch }) }],
    ],
    ["an ack of one who left", "CERTIFICATE_WRONG", [{ certifying: { nodes: before.nodes, signers: [1, 2, 3] } }]],
    [
      "acks by keys of checkpoints",
      "CERTIFICATE_WRONG",
      [{ certifying: { nodes: now.nodes.map((node) => ({ ...node, ack: node.log })) } }],
    ],
  ];
}

function wrongInSeveralWays({ certified }: OrderedItems): Row[] {
  return [
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
}
