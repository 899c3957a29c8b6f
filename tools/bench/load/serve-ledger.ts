// A node without pages and tables, in a process of its own: what the benches put their load on.
import { createServer } from "@mingbai/http/server";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Registry } from "prom-client";
import { ledgerQueries } from "../../../apps/node/answers/ledger-queries.ts";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { findGenesis, writeGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { soloRoster } from "../../../apps/node/founding/solo-roster.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { openLedger } from "../../../apps/node/open-ledger.ts";
import { registry } from "../../../apps/node/registry.ts";
import { benchGenesis } from "./bench-genesis.ts";
import { benchSecret } from "./bench-people.ts";

const [root, supplierCount] = process.argv.slice(2);
if (root === undefined) throw new Error("serve-ledger FOLDER SUPPLIERS");

const disk = nodeDisk();
await disk.makeFolder(root);
const keys = await deriveNodeKeys(benchSecret);
const folder = dataFolder(root);
const found = await findGenesis(folder.genesis);
const genesis = found ?? benchGenesis(Number(supplierCount), soloRoster("district-finance", keys));
if (found === undefined) await writeGenesis(folder.genesis, genesis);
const ledger = await openLedger({ disk, folder, genesis, keys, onFatal: fail });
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
const url = await server.listen({ host: "127.0.0.1", port: 0 });
ledger.onDurable(({ blocks }) => process.send?.({ blocks }));
process.send?.({ url });
process.once("disconnect", () => stop());

async function stop(): Promise<void> {
  await server.close();
  await ledger.close();
  process.exit(0);
}

function fail(error: Error): void {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
}
