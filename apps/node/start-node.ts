import { buildWeb } from "@mingbai/app-web/build";
import { createServer } from "@mingbai/http/server";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { AnswerTimes } from "./answers/answer-times.ts";
import { ledgerQueries } from "./answers/ledger-queries.ts";
import { logQueries } from "./answers/log-queries.ts";
import { statusQuery } from "./answers/status-query.ts";
import { bankDeskQueries } from "./bank/bank-desk-queries.ts";
import { ordersFileRoute } from "./bank/orders-file-route.ts";
import { openContents } from "./contents/open-contents.ts";
import { type DataFolder, dataFolder } from "./data-folder.ts";
import { DemoClock } from "./demo/demo-clock.ts";
import { demoPassphrase } from "./demo/demo-keys.ts";
import { demoPeopleRoute } from "./demo/demo-people-route.ts";
import { demoGenesis } from "./demo/found-demo.ts";
import { demoFoundedMs, retellYear } from "./demo/retell-year.ts";
import { foundEmpty } from "./founding/found-empty.ts";
import { findGenesis, writeGenesis } from "./founding/genesis-file.ts";
import { type NodeKeys, openNodeKeys } from "./keys/node-keys.ts";
import { nodePassphrase } from "./keys/node-passphrase.ts";
import { ledgerMetrics, timedSequencer } from "./metrics.ts";
import { nodeSessions } from "./node-sessions.ts";
import { type OpenLedger, openLedger } from "./open-ledger.ts";
import type { NodeOptions } from "./options.ts";
import { personNameRoute } from "./people/person-name-route.ts";
import { rosterFile } from "./published/published-log.ts";
import { startReadModel } from "./read-model/start-read-model.ts";
import { registry } from "./registry.ts";
import { version } from "./version.ts";
import { servePortal } from "./web/serve-portal.ts";
import { serveWeb } from "./web/serve-web.ts";

export interface RunningNode {
  /** What to open in a browser. */
  readonly url: string;
  /** Whether its ledger calls itself a demo. */
  readonly isDemo: boolean;
  close(): Promise<void>;
}

/** Starts a node on its data folder: ledger, tables, pages. `say` hears each step; `onFatal` that the process must end. */
export async function startNode(
  options: NodeOptions,
  { say, onFatal }: { say: (step: string) => void; onFatal: (error: Error) => void },
): Promise<RunningNode> {
  const folder = dataFolder(options.data);
  say("ledger");
  const clock = new DemoClock();
  const { ledger, keys, isNew } = await openOrFound(options, { folder, clock, onFatal });
  if (isNew && options.demo)
    await retellYear(ledger, { clock, nowMs: Date.now(), say: (step) => say(`demo: ${step}`) });
  say("tables");
  const readModel = await startReadModel({
    ledger,
    folder,
    vaultSeed: keys.vaultSeed,
    databaseUrl: options.databaseUrl,
    onFatal,
  });
  say("pages");
  const web = await buildWeb({ say, ...(options.webFolder !== undefined && { outDir: options.webFolder }) });
  const times = new AnswerTimes();
  const metrics = ledgerMetrics(ledger);
  const status = statusQuery({
    ledger,
    folder: folder.root,
    version,
    readModel: readModel.position,
    answerMs: () => times.percentiles(Date.now()),
    today: readModel.today,
  });
  const { queries, findLogIndex } = readModel;
  const bankDesk = bankDeskQueries({ ledger, folder, keys, queries, findLogIndex });
  const contents = await openContents({
    disk: nodeDisk(),
    folder,
    vault: ledger.vault,
    keys,
    now: Date.now,
    onFatal,
  });
  let url: string | undefined;
  const sessions = nodeSessions(ledger, () => url);
  const pageQueries = [
    ...ledgerQueries(ledger),
    status,
    ...logQueries(ledger, readModel.findLogIndex),
    ...readModel.queries,
  ];
  const server = await createServer({
    registry,
    sequencer: timedSequencer(ledger.solo, { times, metrics }),
    queries: [...pageQueries, bankDesk.orders, ...bankDesk.batches],
    findReader: sessions.findReader,
    sessions,
    contents: { ...contents, findWriter: sessions.requireSession, mayRead: readModel.mayReadFile },
    logFiles: {
      readCheckpoint: () => ledger.published.files.read("checkpoint"),
      readTile: (path) => ledger.published.files.read(path),
      readRoster: (epoch) => ledger.published.files.read(rosterFile(epoch)),
    },
    health: () => healthOf(ledger, readModel.position().height),
    metrics,
    log: { write: (line) => void process.stderr.write(line), level: options.logLevel },
  });
  personNameRoute(server, { ledger, sessions, now: Date.now });
  demoPeopleRoute(server, ledger.genesis.configuration);
  const { code, decimals } = ledger.genesis.configuration.currency;
  ordersFileRoute(server, {
    query: bankDesk.orders,
    findReader: sessions.findReader,
    money: { currency: code, decimals },
  });
  await servePortal(server, { queries: pageQueries, readHeight: () => readModel.position().height });
  await serveWeb(server, web.outDir);
  const address = await server.listen({ host: "localhost", port: options.port });
  url = `http://localhost:${new URL(address).port}`;
  return {
    url,
    isDemo: ledger.genesis.configuration.demo,
    async close() {
      await server.close();
      await contents.close();
      await ledger.close();
      await readModel.close();
    },
  };
}

async function openOrFound(
  options: NodeOptions,
  { folder, clock, onFatal }: { folder: DataFolder; clock: DemoClock; onFatal: (error: Error) => void },
): Promise<{ ledger: OpenLedger; keys: NodeKeys; isNew: boolean }> {
  const disk = nodeDisk();
  await disk.makeFolder(folder.root);
  const found = await findGenesis(folder.genesis);
  const isDemo = found === undefined ? options.demo : found.configuration.demo;
  const passphrase = isDemo ? demoPassphrase : await nodePassphrase(folder);
  const keys = await openNodeKeys({ path: folder.nodeKey, passphrase });
  const origin = `http://localhost:${options.port}`;
  const timeMs = isDemo ? demoFoundedMs(Date.now()) : Date.now();
  if (found === undefined && isDemo) clock.set(timeMs);
  const genesis =
    found ??
    (isDemo ? demoGenesis({ timeMs, keys, origin }) : await foundEmpty({ timeMs, keys, origin, folder, passphrase }));
  if (found === undefined) await writeGenesis(folder.genesis, genesis);
  const ledger = await openLedger({
    disk,
    folder,
    genesis,
    keys,
    witnesses: options.witnesses ?? [],
    now: () => clock.now(),
    onFatal,
  });
  return { ledger, keys, isNew: ledger.chain.head.logSize === 0 };
}

function healthOf({ chain, solo }: OpenLedger, projectedHeight: number) {
  const state = solo.state === "failed" || solo.state === "closing" ? ("stopped" as const) : solo.state;
  return { state, height: chain.head.height, readModelBehind: Math.max(0, chain.head.height - projectedHeight) };
}
