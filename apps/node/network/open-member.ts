import { existsSync } from "node:fs";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import type { DataFolder } from "../data-folder.ts";
import { putSharedNames } from "../demo/shared-demo.ts";
import { findGenesis } from "../founding/genesis-file.ts";
import { type NodeKeys, openNodeKeys } from "../keys/node-keys.ts";
import { foundPassphrase } from "../keys/node-passphrase.ts";
import { type OpenLedger, openLedger } from "../open-ledger.ts";
import type { NodeOptions } from "../options.ts";
import type { NetworkFile } from "./network-file.ts";

/**
 * The ledger that this node keeps together with others. Nothing is founded here: genesis and keys come with the folder.
 * Throws an Error that says which of them is missing.
 */
export async function openMember(
  options: Pick<NodeOptions, "witnesses">,
  {
    folder,
    network,
    say,
    onFatal,
  }: { folder: DataFolder; network: NetworkFile; say?: (step: string) => void; onFatal: (error: Error) => void },
): Promise<{ ledger: OpenLedger; keys: NodeKeys }> {
  const genesis = await findGenesis(folder.genesis);
  if (genesis === undefined) throw new Error(missing(folder.genesis, "the genesis that all members share"));
  if (!existsSync(folder.nodeKey)) throw new Error(missing(folder.nodeKey, "the keys that mingbai cluster key made"));
  const { demo } = genesis.configuration;
  const passphrase = await foundPassphrase(folder, { isDemo: demo });
  const keys = await openNodeKeys({ path: folder.nodeKey, passphrase });
  const { witnesses = [] } = options;
  const ledger = await openLedger({ disk: nodeDisk(), folder, genesis, keys, network, witnesses, say, onFatal });
  // Names travel by no block: each node's own vault is told once.
  if (demo && ledger.vault.wasEmpty) await putSharedNames(ledger, Date.now());
  return { ledger, keys };
}

function missing(path: string, what: string): string {
  return `${path} is missing: network.json makes this folder a member's, so put ${what} there`;
}
