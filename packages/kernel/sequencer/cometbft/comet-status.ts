import { z } from "zod";
import { askComet } from "./comet-rpc.ts";

/** How a running CometBFT stands. */
export interface CometStatus {
  /**
   * The last block that it has, and the app hash in that block's header: that after the block before. Height 0: none.
   */
  readonly height: number;
  readonly appHash: string;
  readonly timeMs: number;
  /** It still fetches what the others decided, and does not vote. */
  readonly isCatchingUp: boolean;
  /** Of this node now; 0 where it is no validator. */
  readonly power: number;
  readonly peers: readonly { readonly nodeId: string; readonly moniker: string; readonly isOutbound: boolean }[];
}

const Count = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);
const Status = z.object({
  sync_info: z.object({
    latest_block_height: Count,
    latest_app_hash: z.string(),
    latest_block_time: z.string(),
    catching_up: z.boolean(),
  }),
  validator_info: z.object({ voting_power: Count }),
});
const NetInfo = z.object({
  peers: z.array(z.object({ node_info: z.object({ id: z.string(), moniker: z.string() }), is_outbound: z.boolean() })),
});

/** Asks CometBFT how it stands. Rejects where it is not there. */
export async function readCometStatus(rpcSocket: string): Promise<CometStatus> {
  const [{ sync_info: sync, validator_info: validator }, { peers }] = await Promise.all([
    askComet({ rpcSocket, path: "status", schema: Status }),
    askComet({ rpcSocket, path: "net_info", schema: NetInfo }),
  ]);
  return {
    height: sync.latest_block_height,
    appHash: sync.latest_app_hash.toLowerCase(),
    timeMs: Date.parse(sync.latest_block_time),
    isCatchingUp: sync.catching_up,
    power: validator.voting_power,
    peers: peers.map(({ node_info, is_outbound }) => ({
      nodeId: node_info.id,
      moniker: node_info.moniker,
      isOutbound: is_outbound,
    })),
  };
}
