import { defineBench } from "../define-bench.ts";
import { preparePayments } from "../load/prepare-payments.ts";
import { startNetwork } from "../load/start-network.ts";
import { cometKvstore } from "../peers/comet-kvstore.ts";
import { sendAll } from "./lines-e2e.ts";

export interface NetworkSize {
  readonly members: number;
  readonly lines: number;
  readonly batches: number;
}

interface ComparedSize extends NetworkSize {
  readonly peerBatches: number;
}

/**
 * Payment lines a second sent to four nodes in turns, certified, ordered by CometBFT, final where they were sent and executed
 * and durable on all four; load, nodes and engines on one machine, every node with its own disk folder.
 */
export const bench = defineBench<ComparedSize, ComparedSize>({
  name: "network.lines",
  unit: "lines/s",
  rounds: 1,
  full: { members: 4, lines: 8_192, batches: 7_324, peerBatches: 1_200 },
  small: { members: 1, lines: 64, batches: 4, peerBatches: 4 },
  prepare: async (size) => size,
  run: (size) => measureNetwork(size),
  peers: [{ name: "kvstore", run: ({ peerBatches, ...size }) => cometKvstore({ ...size, batches: peerBatches }) }],
});

/** One round on a network of its own; the clock runs until the slowest node that lives has executed the last batch. */
export async function measureNetwork(
  { members, lines, batches }: NetworkSize,
  { killed = 0 }: { killed?: number } = {},
) {
  const network = await startNetwork({ count: members });
  try {
    const payments = await preparePayments(network.client, { lines, batches });
    const alive = network.members.slice(0, members - killed);
    for (const member of network.members.slice(members - killed)) member.kill();
    const startMs = performance.now();
    const { details } = await sendAll(
      network,
      payments,
      alive.map(({ url }) => url),
    );
    await network.settled(alive);
    const seconds = (performance.now() - startMs) / 1_000;
    return { figure: (lines * batches) / seconds, details: { ...details, seconds } };
  } finally {
    await network.stop();
  }
}
