import type { NetworkFile } from "@mingbai/app-node/network/network-file";

/** How far apart the four ports of one node are, from the first on. */
const ports = { http: 0, links: 1, p2p: 2, rpc: 3 } as const;

/** What a node that watches is told of the network, from what a member's node is told and the id of that member's engine. */
export function observerNetwork(
  member: NetworkFile,
  own: { readonly name: string; readonly host: string; readonly port: number; readonly engineId: string },
): NetworkFile {
  const { name, host, port, engineId } = own;
  const place = member.members.find(({ organisation }) => organisation === member.organisation);
  const memberHost = place?.host ?? member.listen.host;
  const bracketed = memberHost.includes(":") ? `[${memberHost}]` : memberHost;
  return {
    ...member,
    organisation: name,
    http: { host, port: port + ports.http },
    listen: { host, port: port + ports.links },
    comet: {
      p2pPort: port + ports.p2p,
      rpcPort: port + ports.rpc,
      peers: [...member.comet.peers, { nodeId: engineId, address: `${bracketed}:${member.comet.p2pPort}` }],
    },
    observers: [],
  };
}

/** Where a member's engine answers those who join. */
export function rpcUrlOf(member: NetworkFile): string {
  const place = member.members.find(({ organisation }) => organisation === member.organisation);
  const host = place?.host ?? member.listen.host;
  return `http://${host.includes(":") ? `[${host}]` : host}:${member.comet.rpcPort}`;
}
