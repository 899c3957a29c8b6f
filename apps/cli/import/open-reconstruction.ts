import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findGenesis, writeGenesis } from "@mingbai/app-node/founding/genesis-file";
import { openNodeKeys } from "@mingbai/app-node/keys/node-keys";
import { type OpenLedger, openLedger } from "@mingbai/app-node/open-ledger";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { type Importer, openImporter } from "./importer-keys.ts";
import { type ReconstructionChoice, reconstructionGenesis } from "./reconstruction-genesis.ts";

/** A reconstruction, open for importing by this process alone. */
export interface OpenReconstruction {
  readonly root: string;
  readonly ledger: OpenLedger;
  readonly importer: Importer;
  readonly currency: string;
  close(): Promise<void>;
}

/** Why a data folder cannot take an import. */
export class ImportFolderError extends Error {
  override name = "ImportFolderError";
}

/**
 * Opens the reconstruction in a folder, and founds it where the folder is empty. Throws ImportFolderError where the folder holds
 * another kind of ledger or another currency, KeyFileError where the passphrase is wrong.
 */
export async function openReconstruction(parts: {
  readonly root: string;
  readonly passphrase: string;
  readonly choice: ReconstructionChoice;
  readonly onFatal: (error: Error) => void;
}): Promise<OpenReconstruction> {
  const { root, passphrase, choice, onFatal } = parts;
  const disk = nodeDisk();
  const folder = dataFolder(root);
  await disk.makeFolder(root);
  const found = await findGenesis(folder.genesis);
  if (found !== undefined && !found.configuration.reconstruction) {
    throw new ImportFolderError(`${root} holds a ledger that is no reconstruction; choose another folder with --data`);
  }
  const currency = found?.configuration.currency.code ?? choice.currency;
  if (currency !== choice.currency) {
    throw new ImportFolderError(
      `${root} counts in ${currency}; choose another folder with --data for ${choice.currency}`,
    );
  }
  const keys = await openNodeKeys({ path: folder.nodeKey, passphrase });
  const importer = await openImporter({ path: join(root, "importer-key.json"), passphrase });
  const genesis = found ?? reconstructionGenesis({ timeMs: Date.now(), keys, importer, choice });
  if (found === undefined) await writeGenesis(folder.genesis, genesis);
  const ledger = await openLedger({ disk, folder, genesis, keys, onFatal });
  return { root, ledger, importer, currency, close: () => ledger.close() };
}
