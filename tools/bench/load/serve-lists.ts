// A node with tables, sessions and contents, in a process of its own: what lists of people are paid on.
import { createServer } from "@mingbai/http/server";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Registry } from "prom-client";
import { ledgerQueries } from "../../../apps/node/answers/ledger-queries.ts";
import { statusQuery } from "../../../apps/node/answers/status-query.ts";
import { openContents } from "../../../apps/node/contents/open-contents.ts";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { writeGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { soloRoster } from "../../../apps/node/founding/solo-roster.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { nodeSessions } from "../../../apps/node/node-sessions.ts";
import { openLedger } from "../../../apps/node/open-ledger.ts";
import { startReadModel } from "../../../apps/node/read-model/start-read-model.ts";
import { registry } from "../../../apps/node/registry.ts";
import { benchGenesis } from "./bench-genesis.ts";
import { benchSecret } from "./bench-people.ts";

const [root] = process.argv.slice(2);
if (root === undefined) throw new Error("serve-lists FOLDER");

const disk = nodeDisk();
await disk.makeFolder(root);
const keys = await deriveNodeKeys(benchSecret);
const folder = dataFolder(root);
const genesis = benchGenesis(0, soloRoster("district-finance", keys));
await writeGenesis(folder.genesis, genesis);
const ledger = await openLedger({ disk, folder, genesis, keys, onFatal: fail });
const { vaultSeed } = keys;
const readModel = await startReadModel({ ledger, folder, vaultSeed, databaseUrl: undefined, onFatal: fail });
const { vault, subjects } = ledger;
const contents = await openContents({ disk, folder, vault, subjects, keys, now: Date.now, onFatal: fail });
const status = statusQuery({
  ledger,
  folder: root,
  version: "bench",
  readModel: readModel.position,
  answerMs: () => undefined,
  today: readModel.today,
});
let url = "";
const sessions = nodeSessions(ledger, () => url);
const server = await createServer({
  registry,
  sequencer: ledger.sequencer,
  queries: [...ledgerQueries(ledger), status, ...readModel.queries],
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
process.send?.({ url });
process.once("disconnect", () => stop());

async function stop(): Promise<void> {
  await server.close();
  await contents.close();
  await ledger.close();
  await readModel.close();
  process.exit(0);
}

function fail(error: Error): void {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
