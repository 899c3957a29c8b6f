import { createServer } from "@mingbai/http/server";
import { Registry } from "prom-client";
import { ledgerQueries } from "../../../apps/node/answers/ledger-queries.ts";
import type { OpenLedger } from "../../../apps/node/open-ledger.ts";
import { registry } from "../../../apps/node/registry.ts";

/**
 * Answers for a ledger over HTTP without pages and tables, tells whoever started this process where and how far it has come,
 * and ends with them.
 */
export async function serveBench(ledger: OpenLedger, place: { host: string; port: number }): Promise<void> {
  const server = await createServer({
    registry,
    sequencer: ledger.sequencer,
    queries: ledgerQueries(ledger),
    findReader: async () => ({ account: undefined, organisation: undefined, roles: [] }),
    logFiles: {
      readCheckpoint: async () => undefined,
      readTile: async () => undefined,
      readRoster: async () => undefined,
    },
    health: () => ({ state: "ok", height: ledger.chain.head.height, readModelBehind: 0 }),
    metrics: new Registry(),
  });
  const url = await server.listen(place);
  ledger.onDurable(({ blocks }) => process.connected && process.send?.({ blocks, height: ledger.chain.head.height }));
  process.send?.({ url, height: ledger.chain.head.height });
  process.once("disconnect", async () => {
    await server.close();
    await ledger.close();
    process.exit(0);
  });
}

/** The bench must not go on with a node that has failed. */
export function endBench(error: Error): void {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
