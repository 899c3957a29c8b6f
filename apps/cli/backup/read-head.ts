import { dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis } from "@mingbai/app-node/founding/genesis-file";
import { registry } from "@mingbai/app-node/registry";
import { toHex } from "@mingbai/codec/hex";
import { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { type Head, Replica } from "@mingbai/log/chain/replica";
import type { Disk } from "@mingbai/log/disk/disk";

/** Opens the ledger of a data folder, which the caller has locked, recovers it as a start would, and closes it. */
export async function readHead(disk: Disk, root: string): Promise<{ chain: string; head: Head }> {
  const folder = dataFolder(root);
  const genesis = await findGenesis(folder.genesis);
  if (genesis === undefined) throw new Error(`there is no ledger in ${root}: name its folder with --data`);
  const ledger = await LedgerChain.open({ disk, folder: folder.ledger, replica: new Replica(registry, genesis) });
  try {
    return { chain: toHex(ledger.chain), head: ledger.head };
  } finally {
    await ledger.close();
  }
}
