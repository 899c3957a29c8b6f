import { ledgerQueries } from "@mingbai/app-node/answers/ledger-queries";
import { logQueries } from "@mingbai/app-node/answers/log-queries";
import type { NodeContents } from "@mingbai/app-node/contents/open-contents";
import { ledgerMetrics } from "@mingbai/app-node/metrics";
import { nodeSessions } from "@mingbai/app-node/node-sessions";
import type { OpenLedger } from "@mingbai/app-node/open-ledger";
import { rosterFile } from "@mingbai/app-node/published/ledger-rosters";
import { registry } from "@mingbai/app-node/registry";
import { uploaderMayRead } from "@mingbai/http/contents/contents-port";
import type { QueryRoute } from "@mingbai/http/query-route";
import { createServer } from "@mingbai/http/server";

interface Place {
  readonly host: string;
  readonly port: number;
}

/**
 * A ledger over HTTP, without pages; `queries` are those of its tables, where it has any. It keeps contents where it has what for, and takes
 * a free port unless told where to listen.
 */
export async function serveSmallLedger(
  ledger: OpenLedger,
  queries: readonly QueryRoute[] = [],
  { place = { host: "localhost", port: 0 }, contents }: { place?: Place; contents?: NodeContents } = {},
): Promise<{ url: string; close(): Promise<void> }> {
  let url: string | undefined;
  const sessions = nodeSessions(ledger, () => url);
  const server = await createServer({
    registry,
    sequencer: ledger.sequencer,
    queries: [...ledgerQueries(ledger), ...logQueries(ledger, async () => undefined), ...queries],
    findReader: sessions.findReader,
    sessions,
    ...(contents && {
      contents: { ...contents, findWriter: sessions.requireSession, mayRead: uploaderMayRead },
    }),
    logFiles: {
      readCheckpoint: () => ledger.published.files.read("checkpoint"),
      readTile: (path) => ledger.published.files.read(path),
      readRoster: (epoch) => ledger.published.files.read(rosterFile(epoch)),
    },
    health: () => ({ state: "ok", height: ledger.chain.head.height, readModelBehind: 0 }),
    metrics: ledgerMetrics(ledger),
  });
  url = await server.listen(place);
  return {
    url,
    async close() {
      await server.close();
    },
  };
}
