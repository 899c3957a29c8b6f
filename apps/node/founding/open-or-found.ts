import { nodeDisk } from "@mingbai/log/disk/node-disk";
import type { DataFolder } from "../data-folder.ts";
import type { DemoClock } from "../demo/demo-clock.ts";
import { demoPassphrase } from "../demo/demo-keys.ts";
import { demoGenesis } from "../demo/found-demo.ts";
import { demoFoundedMs } from "../demo/retell-year.ts";
import { type NodeKeys, openNodeKeys } from "../keys/node-keys.ts";
import { nodePassphrase } from "../keys/node-passphrase.ts";
import { type OpenLedger, openLedger } from "../open-ledger.ts";
import type { NodeOptions } from "../options.ts";
import { foundEmpty } from "./found-empty.ts";
import { findGenesis, writeGenesis } from "./genesis-file.ts";

/** The ledger of a data folder, founded first where there is none; `isNew` while nothing stands on it. */
export async function openOrFound(
  options: NodeOptions,
  { folder, clock, onFatal }: { folder: DataFolder; clock: DemoClock; onFatal: (error: Error) => void },
): Promise<{ ledger: OpenLedger; keys: NodeKeys; isNew: boolean }> {
  const disk = nodeDisk();
  await disk.makeFolder(folder.root);
  const found = await findGenesis(folder.genesis);
  const keepers = found?.roster.members.length ?? 1;
  if (keepers > 1 || found?.configuration.network) throw new Error(notAlone(folder, keepers));
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

/** A node that went on alone would make a second history of a ledger that is not its own. */
function notAlone({ genesis, network }: DataFolder, keepers: number): string {
  const who = keepers > 1 ? `${keepers} organisations keep` : "a network of one organisation keeps";
  return `${network} is missing: ${who} the ledger of ${genesis} by consensus. Bring it back from the backup, or from whoever founded the network`;
}
