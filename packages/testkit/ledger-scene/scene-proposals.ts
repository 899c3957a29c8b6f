import { concat } from "@mingbai/codec/bytes";
import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";
import type { Signer } from "@mingbai/crypto/signers/signer";
import { type Certificate, encodeCertificate } from "@mingbai/ledger/availability/certificate";
import { type ContainerHeader, containerKinds } from "@mingbai/ledger/container/container";
import { orderedStore } from "@mingbai/ledger/container/ordered-containers";
import { originMessage } from "@mingbai/ledger/container/origin-signature";
import { foundState } from "@mingbai/ledger/genesis/genesis";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { setNextRoster } from "@mingbai/ledger/genesis/rosters";
import type { State } from "@mingbai/ledger/state/state";
import { type SceneCertifying, sceneCertificate, sceneContainer } from "./scene-containers.ts";
import { sceneChain, sceneGenesis, sceneRegistry } from "./scene-genesis.ts";
import { type SceneNode, sceneNodes, sceneRosterOf } from "./scene-nodes.ts";

/** The height at which proposals are judged unless a case says otherwise: the second roster is in force, the third waits. */
export const sceneHeight = 1_100;
export const secondFrom = 1_000;
export const thirdFrom = 5_000;

const [zero, one, two, left, joined] = sceneNodes(5) as [SceneNode, SceneNode, SceneNode, SceneNode, SceneNode];
/** The nodes of each epoch: in the second another organisation has the place of the last member. */
export const nodesOf = [
  [zero, one, two, left],
  [zero, one, two, joined],
  [joined, zero, one, two],
] as const;
export const rosters = nodesOf.map((nodes, epoch) => sceneRosterOf(nodes, { epoch }));
const { gathered, inline } = containerKinds;

/** Where proposals are judged. */
export interface ProposalWorld {
  readonly chain: Uint8Array;
  /** At which they are judged unless a case says otherwise. */
  readonly height: number;
  /** Who keeps the ledger in the epoch before, in the one in force and in the next. */
  readonly epochs: readonly [WorldEpoch, WorldEpoch, WorldEpoch];
}
interface WorldEpoch {
  readonly roster: Roster;
  readonly nodes: readonly SceneNode[];
}

const epochOf = (epoch: 0 | 1 | 2) => ({ roster: rosters[epoch] ?? sceneGenesis.roster, nodes: nodesOf[epoch] });
export const sceneWorld: ProposalWorld = {
  chain: sceneChain,
  height: sceneHeight,
  epochs: [epochOf(0), epochOf(1), epochOf(2)],
};

/** A ledger of four members at height 1,099, on which these containers stand ordered. */
export function networkState(ordered: readonly Made[] = []): State {
  const [first = sceneGenesis.roster, second = first, third = first] = rosters;
  const state = foundState(sceneRegistry, { ...sceneGenesis, roster: first });
  setNextRoster(state, second, secondFrom);
  setNextRoster(state, third, thirdFrom);
  for (const { header, batchId } of ordered) {
    const { origin, originSequence, expiryHeight } = header;
    state.store(orderedStore).add({ origin, originSequence, batchId, untilHeight: expiryHeight });
  }
  return state;
}

/** What differs from an honest item of member 0 in the epoch in force. */
export interface Given {
  readonly header?: Partial<ContainerHeader>;
  /** Envelopes of an inline body. */
  readonly body?: readonly Uint8Array[];
  /** Whose key signs as the origin, and what; that of the header's origin over the batch id. */
  readonly signer?: Signer;
  readonly signs?: (batchId: Uint8Array, headerBytes: Uint8Array) => Uint8Array;
  readonly epoch?: 0 | 1 | 2;
  readonly certifying?: Partial<SceneCertifying>;
  /** Changes the certificate before it is written. */
  readonly certificate?: (honest: Certificate) => Certificate;
  /** Changes the item's bytes. */
  readonly bytes?: (honest: Uint8Array) => Uint8Array;
}

export interface Made {
  readonly header: ContainerHeader;
  readonly batchId: Uint8Array;
  readonly bytes: Uint8Array;
}

let made = 0;

/** An item, honest but for what is given; each has another body root unless one is given. */
export async function makeItem(
  given: Given = {},
  { chain, height, epochs }: ProposalWorld = sceneWorld,
): Promise<Made> {
  const { epoch = 1, body = [] } = given;
  made++;
  const kind = given.body ? inline : gathered;
  const root = given.body ? {} : { bodyRoot: sha256(u32(made)) };
  const counted = { kind, originSequence: made, expiryHeight: height + 100, bodyBytes: 100, units: 1 };
  const named = { chainTag: chain.slice(0, 8), ...counted, ...root };
  const bodyBytes = given.body ? { bodyBytes: concat(...body).length } : {};
  const container = sceneContainer(body, { ...named, ...bodyBytes, ...given.header });
  const { header, headerBytes, batchId } = container;
  const { nodes, roster } = epochs[epoch];
  const signer = given.signer ?? (nodes[header.origin] ?? zero).ack;
  const message = given.signs?.(batchId, headerBytes) ?? originMessage(batchId);
  const start = [headerBytes, await signer.sign({ message, id: batchId })];
  const certifying = { roster, nodes, chain, ...given.certifying };
  const behind = given.body
    ? concat(...body)
    : encodeCertificate(changed(given, await sceneCertificate(container, certifying)));
  const bytes = concat(...start, behind);
  return { header, batchId, bytes: given.bytes?.(bytes) ?? bytes };
}

function changed({ certificate }: Given, honest: Certificate): Certificate {
  return certificate?.(honest) ?? honest;
}

/** A ledger that is none of these tests. */
export function otherChain(): Uint8Array {
  return sceneChain.map((byte) => byte ^ 1);
}
