import { toHex } from "@mingbai/codec/hex";
import { createServer } from "@mingbai/http/server";
import { getConfiguration } from "@mingbai/ledger/genesis/configuration";
import { AnswerTimes } from "./answers/answer-times.ts";
import { ledgerQueries } from "./answers/ledger-queries.ts";
import { logQueries } from "./answers/log-queries.ts";
import { nameBlocks } from "./answers/named-blocks.ts";
import { statusQuery } from "./answers/status-query.ts";
import { bankDeskQueries } from "./bank/bank-desk-queries.ts";
import { bankStatementQuery } from "./bank/bank-statement.ts";
import { ordersFileRoute } from "./bank/orders-file-route.ts";
import type { openContents } from "./contents/open-contents.ts";
import type { DataFolder } from "./data-folder.ts";
import { demoPeopleRoute } from "./demo/demo-people-route.ts";
import { serveComparison } from "./departments/serve-comparison.ts";
import { healthOf } from "./health.ts";
import type { NodeKeys } from "./keys/node-keys.ts";
import { mapRoute } from "./maps/map-route.ts";
import { ledgerMetrics, timedSequencer } from "./metrics.ts";
import { nodePages } from "./node-pages.ts";
import { nodeSessions } from "./node-sessions.ts";
import { ocdsRoute } from "./ocds/ocds-route.ts";
import type { OpenLedger } from "./open-ledger.ts";
import { engineView } from "./operator/engine-view.ts";
import { operatorRoutes } from "./operator/operator-routes.ts";
import type { NodeOptions } from "./options.ts";
import { PaperPress } from "./papers/paper-press.ts";
import { papersRoute } from "./papers/papers-route.ts";
import { deviceRoutes } from "./people/device-routes.ts";
import { personNameRoute } from "./people/person-name-route.ts";
import { servePersonal } from "./people/serve-personal.ts";
import { publicOrigin } from "./public-origin.ts";
import { rosterFile } from "./published/ledger-rosters.ts";
import { lightBlockFile } from "./published/light-blocks.ts";
import type { startReadModel } from "./read-model/start-read-model.ts";
import { registry } from "./registry.ts";
import { version } from "./version.ts";
import { serveField } from "./web/serve-field.ts";
import { servePortal } from "./web/serve-portal.ts";
import { serveWeb } from "./web/serve-web.ts";

/** What a node has opened by the time it begins to answer. */
export interface NodeParts {
  readonly folder: DataFolder;
  readonly ledger: OpenLedger;
  readonly keys: NodeKeys;
  readonly readModel: Awaited<ReturnType<typeof startReadModel>>;
  readonly contents: Awaited<ReturnType<typeof openContents>>;
  /** The built pages. */
  readonly webFolder: string;
  /** The built phone application; absent where none is served. */
  readonly fieldFolder: string | undefined;
  readonly logLevel: NodeOptions["logLevel"];
  readonly smtp: NodeOptions["smtp"];
  /** The node's own address, once it listens: the origin that sessions are bound to. */
  readonly findUrl: () => string | undefined;
  /** Where the bank beside this node has its pages, once it runs; absent where there is none. */
  readonly findBank: () => string | undefined;
  /** By which the operator shows who they are. */
  readonly token: string;
  /** Hears that the operator wants the node to finish and end. */
  readonly onDrain: () => void;
  readonly onFatal: (error: Error) => void;
}

/** Every route of a node on one server, which does not listen yet: commands, queries, sessions, files, log, portal, pages. */
export async function serveNode({
  folder,
  ledger,
  keys,
  readModel,
  contents,
  webFolder,
  fieldFolder,
  logLevel,
  smtp,
  findUrl,
  findBank,
  token,
  onDrain,
  onFatal,
}: NodeParts) {
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
  const pages = nodePages(ledger, findUrl);
  const sessions = nodeSessions(ledger, findUrl);
  const pageQueries = [
    ...ledgerQueries(ledger),
    status,
    ...logQueries(ledger, readModel.findLogIndex),
    ...nameBlocks(ledger, readModel.queries),
  ];
  const server = await createServer({
    registry,
    sequencer: timedSequencer(ledger.sequencer, { times, metrics }),
    queries: [...pageQueries, bankDesk.orders, ...bankDesk.batches, bankStatementQuery(findBank)],
    findReader: sessions.findReader,
    sessions,
    otherPages: pages.others,
    contents: { ...contents, findWriter: sessions.requireSession, mayRead: readModel.mayReadFile },
    logFiles: {
      readCheckpoint: () => ledger.published.files.read("checkpoint"),
      readTile: (path) => ledger.published.files.read(path),
      readLightBlock: () => ledger.published.files.read(lightBlockFile),
      readRoster: (epoch) => ledger.published.files.read(rosterFile(epoch)),
    },
    health: () => healthOf(ledger, readModel.position().height),
    metrics,
    log: { write: (line) => void process.stderr.write(line), level: logLevel },
  });
  operatorRoutes(server, { token, onDrain, askEngine: () => engineView(ledger, keys) });
  personNameRoute(server, { ledger, sessions, now: Date.now });
  deviceRoutes(server, { ledger, sessions, now: Date.now });
  await servePersonal(server, { folder, ledger, keys, readModel, sessions, smtp, url: findUrl, onFatal });
  const { connectionString } = readModel;
  await serveComparison(server, { folder, ledger, keys, connectionString, findReader: sessions.findReader });
  mapRoute(server, { folder, findReader: sessions.findReader });
  demoPeopleRoute(server, ledger.genesis.configuration);
  const { name, currency, zoneOffsetMinutes } = ledger.genesis.configuration;
  const { code, decimals } = currency;
  const place = () => {
    const { origins } = getConfiguration(ledger.chain.state).relyingParty;
    return { ledger: name, currency, zoneOffsetMinutes, url: publicOrigin(origins, findUrl()) };
  };
  const press = new PaperPress();
  server.addHook("onClose", () => press.close());
  papersRoute(server, {
    queries,
    findReader: sessions.findReader,
    press,
    place,
    now: Date.now,
  });
  ocdsRoute(server, {
    queries,
    findReader: sessions.findReader,
    place: () => ({ ...place(), chain: toHex(ledger.chain.chain) }),
  });
  ordersFileRoute(server, {
    query: bankDesk.orders,
    findReader: sessions.findReader,
    money: { currency: code, decimals },
  });
  await servePortal(server, {
    queries: pageQueries,
    readHeight: () => readModel.position().height,
    origin: () => place().url,
  });
  if (fieldFolder !== undefined) await serveField(server, fieldFolder);
  await serveWeb(server, webFolder, pages.others);
  return server;
}
