import { concat } from "@mingbai/codec/bytes";
import { type Certificate, makeCertificate } from "@mingbai/ledger/availability/certificate";
import { storedMessage } from "@mingbai/ledger/availability/stored-ack";
import { bodyRoot, findEnvelopes } from "@mingbai/ledger/container/body";
import {
  batchId,
  type ContainerHeader,
  containerKinds,
  encodeContainerHeader,
} from "@mingbai/ledger/container/container";
import { encodeItem } from "@mingbai/ledger/container/item";
import { originMessage } from "@mingbai/ledger/container/origin-signature";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { sceneChain } from "./scene-genesis.ts";
import type { SceneNode } from "./scene-nodes.ts";

/** A container with all bytes that go with it. */
export interface SceneContainer {
  readonly header: ContainerHeader;
  readonly headerBytes: Uint8Array;
  readonly batchId: Uint8Array;
  readonly body: Uint8Array;
}

/** A container of these envelopes, honest but for what is given. */
export function sceneContainer(envelopes: readonly Uint8Array[], given: Partial<ContainerHeader> = {}): SceneContainer {
  const body = concat(...envelopes);
  const kind = given.kind ?? containerKinds.gathered;
  const found = findEnvelopes(kind, body) ?? [];
  const header: ContainerHeader = {
    kind,
    origin: 0,
    chainTag: sceneChain.slice(0, 8),
    originSequence: 1,
    expiryHeight: 100,
    bodyBytes: body.length,
    units: found.reduce((units, envelope) => units + envelope.header.units, 0),
    bodyRoot: bodyRoot(kind, body, found),
    ...given,
  };
  const headerBytes = encodeContainerHeader(header);
  return { header, headerBytes, batchId: batchId(headerBytes), body };
}

/** Whose acks stand in a certificate: these members of the roster, for the scene's ledger unless told otherwise. */
export interface SceneCertifying {
  readonly roster: Roster;
  readonly nodes: readonly SceneNode[];
  readonly signers?: readonly number[];
  readonly chain?: Uint8Array;
}

/** The certificate that these members' acks make of a container. Throws where they are no quorum. */
export async function sceneCertificate(
  { batchId: id }: Pick<SceneContainer, "batchId">,
  { roster, nodes, chain = sceneChain, signers = nodes.map((_, number) => number) }: SceneCertifying,
): Promise<Certificate> {
  const message = storedMessage({ chain, epoch: roster.epoch, batchId: id });
  const acks = new Map<number, Uint8Array>();
  for (const signer of signers) {
    const signature = await nodes[signer]?.ack.sign({ message, id });
    if (signature !== undefined) acks.set(signer, signature);
  }
  const certificate = makeCertificate({ roster, acks });
  if (certificate === undefined) throw new RangeError("these signers are no quorum");
  return certificate;
}

/** What a block carries of a container: signed by its origin, with its body where it is inline, certified otherwise. */
export async function sceneItem(container: SceneContainer, certifying: SceneCertifying): Promise<Uint8Array> {
  const { headerBytes, header, body, batchId: id } = container;
  const originSignature = await signOrigin(certifying.nodes[header.origin], id);
  if (header.kind === containerKinds.inline) return encodeItem({ headerBytes, originSignature, inlineBody: body });
  const certificate = await sceneCertificate(container, certifying);
  return encodeItem({ headerBytes, originSignature, certificate });
}

function signOrigin(node: SceneNode | undefined, id: Uint8Array): Promise<Uint8Array> {
  if (node === undefined) throw new RangeError("the origin is no node of the scene");
  return node.ack.sign({ message: originMessage(id), id });
}
