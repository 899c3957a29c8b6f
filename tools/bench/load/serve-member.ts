// A member's node of a network without pages and tables, in a process of its own: what the benches put their load on.
import { createServer } from "@mingbai/http/server";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { Registry } from "prom-client";
import { ledgerQueries } from "../../../apps/node/answers/ledger-queries.ts";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { findGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { findNetworkFile } from "../../../apps/node/network/network-file.ts";
import { openLedger } from "../../../apps/node/open-ledger.ts";
import { registry } from "../../../apps/node/registry.ts";
import { memberSecret } from "./bench-people.ts";

const [root = "", number] = process.argv.slice(2);
const folder = dataFolder(root);
const genesis = await findGenesis(folder.genesis);
const network = await findNetworkFile(folder.network);
if (genesis === undefined || network === undefined) throw new Error("serve-member FOLDER NUMBER, of a founded network");
const keys = await deriveNodeKeys(memberSecret(Number(number)));
const ledger = await openLedger({ disk: nodeDisk(), folder, genesis, keys, network, onFatal: fail });
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
const url = await server.listen({ host: network.http.host, port: network.http.port });
ledger.onDurable(() => process.connected && process.send?.({ height: ledger.chain.head.height }));
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
