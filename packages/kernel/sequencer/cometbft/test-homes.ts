import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { toHex } from "@mingbai/codec/hex";
import { sha256 } from "@mingbai/codec/sha256";
import { ed25519Key } from "@mingbai/crypto/ed25519/sodium";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import type { StateSyncTrust } from "./comet-config.ts";
import { makeGenesis } from "./comet-genesis.ts";
import { writeCometHome } from "./comet-home.ts";
import { type CometPlace, openCometPlace } from "./comet-place.ts";
import { nodeIdOf } from "./node-id.ts";

const seedOf = (name: string) => sha256(new TextEncoder().encode(name));
const publicOf = (name: string) => toHex(ed25519Key(seedOf(name)).publicKey);

/** A roster of so many members, equal in power, their keys made of their names. */
export function testRoster(count: number): Roster {
  const members = Array.from({ length: count }, (_, number) => ({
    organisation: `member-${number}`,
    organisationKey: publicOf(`organisation ${number}`),
    ackKey: publicOf(`ack ${number}`),
    logKey: publicOf(`log ${number}`),
    cosignKey: publicOf(`cosign ${number}`),
    consensusKey: publicOf(`consensus ${number}`),
    power: 10,
  }));
  return { epoch: 1, members };
}

export const testFounding = { chainId: "mingbai-test", timeMs: 1_790_000_000_000, appHash: new Uint8Array(32) };

/**
 * Where the members of a test's network are found. The first `validators` of them vote; RPC is on loopback where given.
 */
export interface TestNetwork {
  readonly folder: string;
  readonly validators: number;
  readonly ports: readonly number[];
  readonly rpcPorts?: readonly number[];
}

/** Homes of a network on loopback, ready to start. All are each other's peers. */
export function writeTestHomes(network: TestNetwork): Promise<CometPlace[]> {
  return Promise.all(network.ports.map((_, number) => writeTestHome(network, number)));
}

/** One of them; with `stateSync` it begins from a snapshot of the others. */
export async function writeTestHome(
  { folder, validators, ports, rpcPorts }: TestNetwork,
  number: number,
  stateSync?: StateSyncTrust,
): Promise<CometPlace> {
  const place = await openCometPlace(join(folder, `member-${number}`));
  const peers = ports.map((port, other) => ({ nodeId: testNodeId(other), address: `127.0.0.1:${port}` }));
  const rpcPort = rpcPorts?.[number];
  await writeCometHome({
    home: place.home,
    settings: {
      moniker: `member-${number}`,
      p2pListen: `127.0.0.1:${ports[number]}`,
      peers: peers.filter((_, other) => other !== number),
      ...(rpcPort === undefined ? {} : { rpcListen: `127.0.0.1:${rpcPort}` }),
      ...(stateSync === undefined ? {} : { stateSync }),
    },
    genesis: makeGenesis({ ...testFounding, roster: testRoster(validators) }),
    nodeSeed: seedOf(`node ${number}`),
    consensusSeed: seedOf(`consensus ${number}`),
    hasOrdered: false,
  });
  return place;
}

function testNodeId(number: number): string {
  return nodeIdOf(ed25519Key(seedOf(`node ${number}`)).publicKey);
}

/** Ports of loopback that were free just now. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listenAnywhere));
  const ports = servers.map((server) => {
    const address = server.address();
    if (typeof address !== "object" || address === null) throw new Error("no port");
    return address.port;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

function listenAnywhere(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
