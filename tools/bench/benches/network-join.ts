import { lineBytes } from "@mingbai/ledger/transaction/body";
import { actAs } from "@mingbai/sdk/actor";
import { getAccepted } from "@mingbai/sdk/answer";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { defineBench } from "../define-bench.ts";
import { administrator, numberOf } from "../load/bench-people.ts";
import { preparePayments } from "../load/prepare-payments.ts";
import { type BenchNetwork, startNetwork } from "../load/start-network.ts";
import { sendAll } from "./lines-e2e.ts";
import type { NetworkSize } from "./network-lines.ts";

interface Size extends NetworkSize {
  /** A snapshot takes over a thousand heights: more than a test run has time for. */
  readonly hasSnapshot: boolean;
}
interface Prepared {
  readonly size: Size;
  readonly network: BenchNetwork;
}

/** Between two looks whether a snapshot is offered. */
const commandsPerLook = 32;

/**
 * Seconds from starting a node that has nothing until it has executed all that four members have, a gigabyte of payment lines,
 * by a snapshot and history from members; and beside it another, by the engine's blocks from the first one on. Nobody sends
 * anything meanwhile; all on one machine. The small size has no snapshot: its figure is by blocks.
 */
export const bench = defineBench<Size, Prepared>({
  name: "network.join",
  unit: "s",
  rounds: 1,
  full: { members: 4, lines: 8_192, batches: 1_908, hasSnapshot: true },
  small: { members: 1, lines: 64, batches: 4, hasSnapshot: false },
  async prepare(size) {
    const network = await startNetwork({ count: size.members, observers: 2 });
    try {
      const payments = await preparePayments(network.client, size);
      const urls = network.members.map(({ url }) => url);
      await sendAll(network, payments, urls);
      if (size.hasSnapshot) await orderUntilOffered(network);
      await network.settled(network.members);
      return { size, network };
    } catch (error) {
      await network.stop();
      throw error;
    }
  },
  async run({ size, network }) {
    const snapshot = size.hasSnapshot ? await network.findSnapshot() : undefined;
    const byStateSyncSeconds = snapshot && (await joinSeconds(network, snapshot));
    const byBlocksSeconds = await joinSeconds(network, undefined);
    const megabytes = (size.lines * size.batches * lineBytes) / 1e6;
    return { figure: byStateSyncSeconds ?? byBlocksSeconds, details: { byBlocksSeconds, megabytes } };
  },
  peers: [],
  close: ({ network }) => network.stop(),
});

async function joinSeconds(network: BenchNetwork, by: Parameters<BenchNetwork["join"]>[0]): Promise<number> {
  const startMs = performance.now();
  const node = await network.join(by);
  await network.settled([node]);
  return (performance.now() - startMs) / 1_000;
}

/** Orders small commands until a state root is in the app hash, which proves the snapshot of it. */
async function orderUntilOffered(network: BenchNetwork): Promise<void> {
  const { does } = await actAs(network.client, { ...administrator, commands: { treasury: treasuryCommands } });
  for (let sent = 0; (await network.findSnapshot()) === undefined; ) {
    for (const past = sent + commandsPerLook; sent < past; sent++) {
      const account = { account: numberOf(`late ${sent}`), kind: "person" as const };
      getAccepted(await does.treasury.openAccounts({ accounts: [account] }));
    }
  }
}
