import { fromHex, toHex } from "@mingbai/codec/hex";
import type { Roster } from "@mingbai/ledger/genesis/roster";
import { publicKeyJson } from "./comet-keys.ts";
import { cometAddress } from "./node-id.ts";

/** Of a whole block. Items name bodies and do not carry them, so that this is thousands of containers. */
export const blockBytesMax = 2 * 1024 * 1024;
/** Of evidence in a block: well over a hundred double votes, and room for items beside them. */
const evidenceBytesMax = 64 * 1024;
/**
 * Evidence counts while it is younger than either. Blocks of this many heights must be kept (`retainHeight`), or a node
 * cannot check it; a busy network makes them in more than an hour, so that the second adds nothing to keep.
 */
export const evidenceAgeHeights = 100_000;
const evidenceAgeNs = 3_600_000_000_000n;
/** CometBFT's own limit (v0.40.0, types/genesis.go). */
const chainIdLengthMax = 50;

/** What a network starts from: the last block of the ledger when one organisation still kept it, or its founding. */
export interface Founding {
  readonly chainId: string;
  /** Block time of that last block. */
  readonly timeMs: number;
  readonly appHash: Uint8Array;
  readonly roster: Roster;
}

/**
 * genesis.json, a pure function of the block that a network starts from: the same bytes on every member.
 * `initial_height` is 1, whatever the ledger's height: a node of another, killed in its first FinalizeBlock, never
 * starts again.
 */
export function makeGenesis({ chainId, timeMs, appHash, roster }: Founding): string {
  if (chainId.length === 0 || chainId.length > chainIdLengthMax) {
    throw new Error(`a chain id has 1 to ${chainIdLengthMax} characters: ${chainId}`);
  }
  const genesis = {
    genesis_time: new Date(timeMs + 1).toISOString(),
    chain_id: chainId,
    initial_height: "1",
    consensus_params: consensusParams,
    validators: roster.members.map(({ organisation, consensusKey, power }) => ({
      address: toHex(cometAddress(fromHex(consensusKey))).toUpperCase(),
      pub_key: publicKeyJson(fromHex(consensusKey)),
      power: String(power),
      name: organisation,
    })),
    app_hash: toHex(appHash).toUpperCase(),
  };
  return `${JSON.stringify(genesis, undefined, 2)}\n`;
}

const consensusParams = {
  block: { max_bytes: String(blockBytesMax), max_gas: "-1" },
  evidence: {
    max_age_num_blocks: String(evidenceAgeHeights),
    max_age_duration: String(evidenceAgeNs),
    max_bytes: String(evidenceBytesMax),
  },
  validator: { pub_key_types: ["ed25519"] },
  version: { app: "0" },
  // 0: never. They would cost a fifth of the latency, and once on they cannot be turned off.
  abci: { vote_extensions_enable_height: "0" },
};
