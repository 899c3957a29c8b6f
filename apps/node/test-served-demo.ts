import { createServer as createProbe } from "node:net";
import { builtPages } from "@mingbai/app-web/test-pages";
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
export async function serveDemo({ root, now }: { root: string; now: () => number }) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const onFatal = (error: Error): never => {
    throw error;
  };
  const ledger = await openDemo(root, onFatal, url);
  const { height, timeMs } = ledger.chain.head;
  const status = statusQuery({
    ledger,
    folder: root,
    version,
    readModel: () => ({ height, timeMs }),
    answerMs: () => undefined,
    today: async () => ({ transactions: 0, lines: 0 }),
  });
  const sessions = nodeSessions(ledger, () => url, now);
  const server = await createServer({
    registry,
    sequencer: ledger.sequencer,
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
  await serveWeb(server, await builtPages());
  await server.listen({ host: "localhost", port });
  return {
    url,
    ledger,
    async close() {
      await server.close();
      await ledger.close();
    },
  };
}

/** A port that nobody listens on: the ledger names its pages' address before they are served. */
async function freePort(): Promise<number> {
  const probe = createProbe();
  await new Promise<void>((ready) => probe.listen(0, "localhost", ready));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === "string") throw new Error("the probe has no port");
  return address.port;
}
