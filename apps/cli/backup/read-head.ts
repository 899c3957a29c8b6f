import { dataFolder } from "@mingbai/app-node/data-folder";
import { registry } from "@mingbai/app-node/registry";
import { toHex } from "@mingbai/codec/hex";
import { LedgerChain } from "@mingbai/log/chain/ledger-chain";
import { type Head, Replica } from "@mingbai/log/chain/replica";
import type { Disk } from "@mingbai/log/disk/disk";
import { getGenesis } from "./get-genesis.ts";

/** Opens the ledger of a data folder, which nobody else has open, recovers it as a start would, and closes it. */
export async function readHead(disk: Disk, root: string): Promise<{ chain: string; head: Head }> {
  const folder = dataFolder(root);
  const genesis = await getGenesis(root);
  const ledger = await LedgerChain.open({ disk, folder: folder.ledger, replica: new Replica(registry, genesis) });
  try {
    return { chain: toHex(ledger.chain), head: ledger.head };
  } finally {
    await ledger.close();
  }
}
