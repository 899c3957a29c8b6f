import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { dataFolder } from "../../data-folder.ts";
import { findGenesis, writeGenesis } from "../../founding/genesis-file.ts";
import { openNodeKeys } from "../../keys/node-keys.ts";
import { demoPassphrase } from "../demo-keys.ts";
import { demoGenesis } from "../found-demo.ts";
import type { Level } from "./level-casts.ts";

/** Founds a level's ledger in a data folder, unless it is there: a node that starts on the folder then keeps it alone. */
export async function foundLevel({ cast }: Level, { root, port }: { root: string; port: number }): Promise<void> {
  const folder = dataFolder(root);
  if ((await findGenesis(folder.genesis)) !== undefined) return;
  await nodeDisk().makeFolder(root);
  const keys = await openNodeKeys({ path: folder.nodeKey, passphrase: demoPassphrase });
  const origin = `http://localhost:${port}`;
  await writeGenesis(folder.genesis, demoGenesis({ timeMs: Date.now(), keys, origin, cast }));
}
