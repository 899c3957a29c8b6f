import { defineBench } from "../define-bench.ts";
import { startNetwork } from "../load/start-network.ts";
import { signatureLimit } from "../peers/signature-limit.ts";
import {
  closeTransactions,
  measureTransactions,
  type PreparedTransactions,
  prepareTransactions,
  type TransactionsSize,
} from "./transactions-e2e.ts";

/**
 * Individually signed commands a second through the API of four nodes in turns, gathered there into containers. All four share
 * the machine and each checks every signature: a quarter of the limit is the most that could be.
 */
export const bench = defineBench<TransactionsSize, PreparedTransactions>({
  name: "network.single",
  unit: "transactions/s",
  rounds: 3,
  full: { accounts: 1_000, count: 60_000, inFlight: 64 },
  small: { accounts: 20, count: 128, inFlight: 16 },
  async prepare(size) {
    const node = await startNetwork({ count: 4, suppliers: size.accounts });
    return prepareTransactions(size, { node, urls: node.members.map(({ url }) => url) });
  },
  run: measureTransactions,
  peers: [{ name: "limit", run: ({ count }) => signatureLimit(count) }],
  close: closeTransactions,
});
