import { isIPv6 } from "node:net";
import { isLoopback } from "@mingbai/app-node/network/machine-of";
import type { NetworkFile } from "@mingbai/app-node/network/network-file";
import { fromHex } from "@mingbai/codec/hex";
import { nodeIdOf } from "@mingbai/sequencer/cometbft/node-id";
import type { MemberKeys } from "./members-file.ts";
import type { PlannedMember } from "./plan-members.ts";

/** A planned member whose keys are there. */
export type KeyedMember = PlannedMember & { readonly keys: MemberKeys };

/** What one member's node is told of the network. */
export function networkOf(own: KeyedMember, members: readonly KeyedMember[]): NetworkFile {
  const host = listenHost(own.host);
  const { http, links, p2p, rpc } = own.ports;
  return {
    format: "mingbai/network/1",
    organisation: own.id,
    http: { host, port: http },
    listen: { host, port: links },
    members: members.map(({ id, host, url, ports, archive }) => ({
      organisation: id,
      host,
      port: ports.links,
      httpUrl: url,
      ...(archive !== undefined && { archive }),
    })),
    comet: {
      p2pPort: p2p,
      rpcPort: rpc,
      peers: members
        .filter((member) => member !== own)
        .map(({ keys, host, ports }) => ({
          nodeId: nodeIdOf(fromHex(keys.p2pKey)),
          address: `${isIPv6(host) ? `[${host}]` : host}:${ports.p2p}`,
        })),
    },
    observers: [],
    ...(own.keep !== undefined && { keep: own.keep }),
  };
}

/** A node that others reach from elsewhere listens on every address of its machine, as its own may be behind a router's. */
function listenHost(host: string): string {
  if (isLoopback(host)) return host;
  return isIPv6(host) ? "::" : "0.0.0.0";
}
