import { buildWeb } from "@mingbai/app-web/build";
import { createServer } from "@mingbai/http/server";
import { ledgerQueries } from "./answers/ledger-queries.ts";
import { statusQuery } from "./answers/status-query.ts";
import { demoPeopleRoute } from "./demo/demo-people-route.ts";
import { ledgerMetrics } from "./metrics.ts";
import { nodeSessions } from "./node-sessions.ts";
import { registry } from "./registry.ts";
import { openDemo } from "./test-open-demo.ts";
import { version } from "./version.ts";
import { serveWeb } from "./web/serve-web.ts";

/** The demo's empty ledger with its pages, in a folder: everything of a node but its tables. `now`: for sessions. */
export async function serveDemo({ root, outDir, now }: { root: string; outDir: string; now: () => number }) {
  const ledger = await openDemo(root, (error) => {
    throw error;
  });
  const { height, timeMs } = ledger.chain.head;
  const status = statusQuery({
    ledger,
    folder: root,
    version,
    readModel: () => ({ height, timeMs }),
    answerMs: () => undefined,
    today: async () => ({ transactions: 0, lines: 0 }),
  });
  let url = "";
  const sessions = nodeSessions(ledger, () => url, now);
  const server = await createServer({
    registry,
    sequencer: ledger.solo,
    queries: [...ledgerQueries(ledger), status],
    findReader: sessions.findReader,
    sessions,
    logFiles: {
      readCheckpoint: async () => undefined,
      readTile: async () => undefined,
      readRoster: async () => undefined,
    },
    health: () => ({ state: "ok", height: ledger.chain.head.height, readModelBehind: 0 }),
    metrics: ledgerMetrics(ledger),
  });
  demoPeopleRoute(server, ledger.genesis.configuration);
  await serveWeb(server, (await buildWeb({ outDir })).outDir);
  const address = await server.listen({ host: "localhost", port: 0 });
  url = `http://localhost:${new URL(address).port}`;
  return {
    url,
    ledger,
    async close() {
      await server.close();
      await ledger.close();
    },
  };
}
