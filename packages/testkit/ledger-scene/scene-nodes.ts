import { toHex } from "@mingbai/codec/hex";
import type { Signer } from "@mingbai/crypto/signers/signer";
import type { Roster, RosterMember } from "@mingbai/ledger/genesis/roster";
import { sceneSigner } from "./scene-signer.ts";

/** A member's node with its keys. */
export interface SceneNode {
  readonly organisation: string;
  readonly organisationKey: Signer;
  readonly ack: Signer;
  readonly log: Signer;
  readonly cosign: Signer;
  readonly consensus: Signer;
}

/** The node of an organisation, the same for the same name. */
export function sceneNodeOf(organisation: string): SceneNode {
  const keyOf = (purpose: string) => sceneSigner(`${organisation} ${purpose}`);
  return {
    organisation,
    organisationKey: keyOf("organisation"),
    ack: keyOf("ack"),
    log: keyOf("log"),
    cosign: keyOf("cosign"),
    consensus: keyOf("consensus"),
  };
}

/** Nodes of `count` organisations: "member-0" and so on. */
export function sceneNodes(count: number): SceneNode[] {
  return Array.from({ length: count }, (_, number) => sceneNodeOf(`member-${number}`));
}

/** The roster of these nodes, each with power 1 unless told otherwise. */
export function sceneRosterOf(
  nodes: readonly SceneNode[],
  { epoch = 0, powers = [] }: { epoch?: number; powers?: readonly number[] } = {},
): Roster {
  return { epoch, members: nodes.map((node, number) => memberOf(node, powers[number] ?? 1)) };
}

function memberOf(node: SceneNode, power: number): RosterMember {
  return {
    organisation: node.organisation,
    organisationKey: toHex(node.organisationKey.publicKey),
    ackKey: toHex(node.ack.publicKey),
    logKey: toHex(node.log.publicKey),
    cosignKey: toHex(node.cosign.publicKey),
    consensusKey: toHex(node.consensus.publicKey),
    power,
  };
}
