/** A node that this one may talk to. Without an address it is only let in. */
export interface CometPeer {
  readonly nodeId: string;
  /** host:port of its p2p. */
  readonly address?: string;
}

/** From where a node without blocks begins: two or more RPC servers (http://host:port) and a block that is trusted. */
export interface StateSyncTrust {
  readonly rpcServers: readonly string[];
  readonly height: number;
  /** Of that block's header, hexadecimal. */
  readonly hash: string;
}

export interface CometSettings {
  /** For people, in the peers' lists; ASCII, without spaces. */
  readonly moniker: string;
  /** host:port where peers are heard. */
  readonly p2pListen: string;
  readonly peers: readonly CometPeer[];
  /** host:port where others may ask for light blocks; without it RPC is on the local socket only. */
  readonly rpcListen?: string;
  readonly stateSync?: StateSyncTrust;
}

/**
 * The sockets' names in their folder, in which CometBFT is started: no path in its configuration is too long or not
 * ASCII.
 */
export const abciSocketName = "abci.sock";
export const rpcSocketName = "rpc.sock";

/** What one item may have: above anything that the block rule lets through. */
const txBytesMax = 4 * 1024 * 1024;
/** Larger than any network card: on a fast one the built-in 5 MB/s would be the limit. */
const peerBytesPerSecond = 2_000_000_000;
/** A block of many parts goes in few packets; the built-in 1,024 bytes cost more calls than bytes. */
const packetBytesMax = 65_536;
/** How many strangers are let in. Peers are pinned: whoever is not among them is refused after the handshake. */
const strangersMax = 0;
/** Of all who ask over RPC. */
const rpcConnectionsMax = 64;
/** How old a trusted block may be: a member that left may sign what it likes about older ones. */
const trustPeriod = "336h0m0s";
/** CometBFT refuses less; a node finds no snapshot sooner. */
const discoveryTime = "5s";

/**
 * How far a block's time may be ahead of this node's clock, to the engine's own number: a clock that is so late is
 * wrong.
 */
const clockLateMax = "60s";
/**
 * CometBFT cuts lists at commas, and ends at a name that is not ASCII only after it started: both are refused before.
 */
const plainText = /^[\x21-\x2b\x2d-\x7e]+$/;

/** config.toml. What is not named keeps CometBFT's default. Throws where a setting is not plain ASCII. */
export function cometConfig(settings: CometSettings): string {
  requirePlain(settings);
  const { moniker, p2pListen, peers, rpcListen, stateSync } = settings;
  return toToml({
    "": {
      // The application's own socket, not gRPC: one FIFO a connection, and nothing between.
      proxy_app: `unix://${abciSocketName}`,
      abci: "socket",
      moniker,
      // Failures only; a line for each block would be millions a day.
      log_level: "error",
    },
    rpc: {
      laddr: [`unix://${rpcSocketName}`, ...(rpcListen === undefined ? [] : [`tcp://${rpcListen}`])].join(","),
      max_open_connections: rpcConnectionsMax,
      unsafe: false,
    },
    p2p: {
      laddr: `tcp://${p2pListen}`,
      persistent_peers: peers.flatMap(({ nodeId, address }) => (address ? [`${nodeId}@${address}`] : [])).join(","),
      // Let in whatever the limits say; with a limit of none, only they are.
      unconditional_peer_ids: peers.map(({ nodeId }) => nodeId).join(","),
      max_num_inbound_peers: strangersMax,
      max_num_outbound_peers: strangersMax,
      // Who may join stands in the roster: no addresses are exchanged, none is learned.
      pex: false,
      addr_book_strict: false,
      // Members behind one address, and all on one machine, are still members.
      allow_duplicate_ip: true,
      send_rate: peerBytesPerSecond,
      recv_rate: peerBytesPerSecond,
      // The built-in 10 ms would be added to each step of a round.
      flush_throttle_timeout: "1ms",
      max_packet_msg_payload_size: packetBytesMax,
    },
    mempool: {
      // The application's: what is ordered are certified containers, which go from node to node by themselves. v0.38
      // has no such mempool, and that of v0.39.4 is broken over the socket.
      type: "app",
      broadcast: false,
      recheck: false,
      reap_interval: "5ms",
      max_tx_bytes: txBytesMax,
    },
    statesync: stateSyncSection(stateSync),
    blocksync: {
      // A validator that votes while it still catches up may sign twice at one height.
      adaptive_sync: false,
    },
    consensus: {
      // A block as soon as there is something to order: nothing is waited for after a commit.
      timeout_commit: "0s",
      skip_timeout_commit: true,
      // With one member dead its rounds cost this long. An empty PrepareProposal waits for less.
      timeout_propose: "500ms",
      // For the votes of the rest, once two thirds have spoken: each round of a dead member costs that too, the built-in
      // second twice as long as the proposal. Rounds that follow wait 500 ms longer each.
      timeout_prevote: "250ms",
      timeout_precommit: "250ms",
      // The built-in 100 ms is what one command alone would wait for.
      peer_gossip_sleep_duration: "1ms",
      // With false and the application's mempool the chain makes no block at all, ever. PrepareProposal waits instead.
      create_empty_blocks: true,
      block_time_tolerance: clockLateMax,
    },
    // Results are all empty, and the ledger holds what became of each item.
    storage: { discard_abci_responses: true },
    tx_index: { indexer: "null" },
  });
}

function requirePlain({ moniker, p2pListen, peers, rpcListen, stateSync }: CometSettings): void {
  const texts = [moniker, p2pListen, rpcListen, stateSync?.hash, ...(stateSync?.rpcServers ?? [])];
  for (const { nodeId, address } of peers) texts.push(nodeId, address);
  for (const text of texts) {
    if (text !== undefined && !plainText.test(text)) {
      throw new Error(`CometBFT takes no spaces, commas or letters beyond ASCII here: ${JSON.stringify(text)}`);
    }
  }
}

function stateSyncSection(trust: StateSyncTrust | undefined): Section {
  if (trust === undefined) return { enable: false };
  return {
    enable: true,
    rpc_servers: trust.rpcServers.join(","),
    trust_height: trust.height,
    trust_hash: trust.hash,
    trust_period: trustPeriod,
    discovery_time: discoveryTime,
  };
}

type Section = Readonly<Record<string, string | number | boolean>>;

/** TOML. Its basic strings are written as JSON writes strings. */
function toToml(sections: Readonly<Record<string, Section>>): string {
  return Object.entries(sections)
    .map(([name, section]) => {
      const lines = Object.entries(section).map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`);
      return (name === "" ? "" : `[${name}]\n`) + lines.join("");
    })
    .join("\n");
}
