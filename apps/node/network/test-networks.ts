import { toHex } from "@mingbai/codec/hex";
import { nodeIdOf } from "@mingbai/sequencer/cometbft/node-id";
import type { NodeKeys } from "../keys/node-keys.ts";
import type { NetworkFile } from "./network-file.ts";

const host = "127.0.0.1";
/** Of HTTP, links, and CometBFT's peers and RPC. */
export const portsPerMember = 4;

/** The network files of members on this machine; the last `observers` only watch. `ports`: `portsPerMember` for each, free ones. */
export function loopbackNetworks(
  members: readonly { readonly organisation: string; readonly keys: NodeKeys }[],
  ports: readonly number[],
  observers = 0,
): NetworkFile[] {
  const voting = members.length - observers;
  const places = members.map(({ organisation, keys }, number) => {
    const [http = 0, links = 0, p2p = 0, rpc = 0] = ports.slice(number * portsPerMember, (number + 1) * portsPerMember);
    return { organisation, http, links, p2p, rpc, nodeId: nodeIdOf(keys.p2p.publicKey) };
  });
  return places.map((own) => ({
    format: "mingbai/network/1" as const,
    organisation: own.organisation,
    http: { host, port: own.http },
    listen: { host, port: own.links },
    members: places.slice(0, voting).map(({ organisation, links, http }) => ({
      organisation,
      host,
      port: links,
      httpUrl: `http://${host}:${http}`,
    })),
    comet: {
      p2pPort: own.p2p,
      rpcPort: own.rpc,
      peers: places.flatMap(({ nodeId, p2p }) => (p2p === own.p2p ? [] : [{ nodeId, address: `${host}:${p2p}` }])),
    },
    observers: members.slice(voting).map(({ organisation, keys }) => ({
      name: organisation,
      publicKey: toHex(keys.node.publicKey),
    })),
  }));
}
