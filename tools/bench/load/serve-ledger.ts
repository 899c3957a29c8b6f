// A node without pages and tables, in a process of its own: what the benches put their load on.
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { dataFolder } from "../../../apps/node/data-folder.ts";
import { findGenesis, writeGenesis } from "../../../apps/node/founding/genesis-file.ts";
import { soloRoster } from "../../../apps/node/founding/solo-roster.ts";
import { deriveNodeKeys } from "../../../apps/node/keys/node-keys.ts";
import { openLedger } from "../../../apps/node/open-ledger.ts";
import { benchGenesis } from "./bench-genesis.ts";
import { benchSecret } from "./bench-people.ts";
import { endBench, serveBench } from "./serve-bench.ts";

const [root, supplierCount] = process.argv.slice(2);
if (root === undefined) throw new Error("serve-ledger FOLDER SUPPLIERS");

const disk = nodeDisk();
await disk.makeFolder(root);
const keys = await deriveNodeKeys(benchSecret);
const folder = dataFolder(root);
const found = await findGenesis(folder.genesis);
const genesis = found ?? benchGenesis(Number(supplierCount), soloRoster("district-finance", keys));
if (found === undefined) await writeGenesis(folder.genesis, genesis);
const ledger = await openLedger({ disk, folder, genesis, keys, onFatal: endBench });
await serveBench(ledger, { host: "127.0.0.1", port: 0 });
