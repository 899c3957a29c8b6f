import { randomInt } from "node:crypto";
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

/** Linux gives connections ports from 32,768 up, other systems from 49,152. */
const portsFrom = 15_000;
const portsTo = 32_000;

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

/**
 * Ports of loopback that are free now, of those that no system gives to a connection: a member that is down would otherwise
 * find its port taken when it comes back, even by a connection that others try to it and that reaches only itself.
 */
export async function freePorts(count: number): Promise<number[]> {
  const taken = new Map<number, Server>();
  while (taken.size < count) {
    const port = randomInt(portsFrom, portsTo);
    const server = await findListening(port);
    if (server !== undefined) taken.set(port, server);
  }
  await Promise.all([...taken.values()].map((server) => new Promise((done) => server.close(done))));
  return [...taken.keys()];
}

/** Undefined where somebody listens there. */
function findListening(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(undefined);
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
