// A node with tables and sessions, in a process of its own: what the benches of pages put their load on.
import { rm } from "node:fs/promises";
import { createServer } from "@mingbai/http/server";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Registry } from "prom-client";
import { ledgerQueries } from "../../../apps/node/answers/ledger-queries.ts";
import { logQueries } from "../../../apps/node/answers/log-queries.ts";
import { openContents } from "../../../apps/node/contents/open-contents.ts";
import { nodeSessions } from "../../../apps/node/node-sessions.ts";
import { startReadModel } from "../../../apps/node/read-model/start-read-model.ts";
import { registry } from "../../../apps/node/registry.ts";
import type { PagesSize } from "./pages-plan.ts";
import { seedPages } from "./seed-pages.ts";

const [root, sizeText] = process.argv.slice(2);
if (root === undefined || sizeText === undefined) throw new Error("serve-pages FOLDER SIZE");
const size: PagesSize = JSON.parse(sizeText);
const readAgainMs = 50;

const say = (step: string) => process.send?.({ step });
const { folder, keys, plan, ledger } = await seedPages(root, size, { say, onFatal: fail });
const readModel = await startReadModel({
  ledger,
  folder,
  vaultSeed: keys.vaultSeed,
  databaseUrl: undefined,
  onFatal: fail,
});
while (readModel.position().height < ledger.chain.head.height)
  await new Promise((resolve) => setTimeout(resolve, readAgainMs));
const contents = await openContents({
  disk: nodeDisk(),
  folder,
  vault: ledger.vault,
  subjects: ledger.subjects,
  keys,
  now: Date.now,
  onFatal: fail,
});
let url = "";
const sessions = nodeSessions(ledger, () => url);
const server = await createServer({
  registry,
  sequencer: ledger.sequencer,
  queries: [...ledgerQueries(ledger), ...logQueries(ledger, readModel.findLogIndex), ...readModel.queries],
  findReader: sessions.findReader,
  sessions,
  contents: { ...contents, findWriter: sessions.requireSession, mayRead: readModel.mayReadFile },
  logFiles: {
    readCheckpoint: async () => undefined,
    readTile: async () => undefined,
    readRoster: async () => undefined,
  },
  health: () => ({ state: "ok", height: ledger.chain.head.height, readModelBehind: 0 }),
  metrics: new Registry(),
});
const address = await server.listen({ host: "localhost", port: 0 });
url = `http://localhost:${new URL(address).port}`;
const matters = plan.matters.map(({ id, atMs, desk: { applicant, to } }) => ({ id, applicant, to, atMs }));
process.send?.({ url, matters: matters.filter(({ atMs }) => atMs <= plan.untilMs), months: plan.months });
process.once("disconnect", () => stop());

async function stop(): Promise<void> {
  await server.close();
  await contents.close();
  await ledger.close();
  await readModel.close();
  await rm(root ?? "", { recursive: true, force: true });
  process.exit(0);
}

function fail(error: Error): void {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
