import { toHex } from "@mingbai/codec/hex";
import { holdsQuorum } from "@mingbai/ledger/availability/quorum";
import { rosterInForce } from "@mingbai/ledger/genesis/rosters";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { OpenLedger } from "../open-ledger.ts";
import type { EngineView } from "./operator-views.ts";

/** How the consensus engine of a node stands; empty where one organisation keeps the ledger. Rejects where the engine does not answer. */
export async function engineView(
  { chain, network }: Pick<OpenLedger, "chain" | "network">,
  keys: Pick<NodeKeys, "node">,
): Promise<EngineView> {
  if (network === undefined) return {};
  const { height, isCatchingUp, power, peers } = await network.comet.status();
  const names = peers.map(({ moniker }) => moniker);
  const ownKey = toHex(keys.node.publicKey);
  const roster = rosterInForce(chain.state, chain.head.height + 1);
  const isQuorum = holdsQuorum(roster, ({ organisation, ackKey }) => ackKey === ownKey || names.includes(organisation));
  return { engine: { height, isCatchingUp, power, peers: names, isQuorum, bodiesFrom: await chain.bodiesFrom() } };
}
