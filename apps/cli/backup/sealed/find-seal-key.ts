import { dataFolder } from "@mingbai/app-node/data-folder";
import { foundPassphrase } from "@mingbai/app-node/keys/node-passphrase";
import { inLanguage } from "../../words.ts";
import { getGenesis } from "../get-genesis.ts";
import type { Manifest } from "../manifest.ts";
import { openTermKey } from "../term-keys/open-term-key.ts";
import { findBackupKey } from "./backup-key.ts";

interface Sought {
  /** Where its genesis was copied to and checked. */
  readonly beside: string;
  /** Where it is to be put. */
  readonly data: string;
  readonly folders: readonly string[];
  readonly nowMs: number;
}

/**
 * The key of a backup's sealed files, opened with that of its week and the node's passphrase; undefined where nothing is sealed.
 * Throws an Error that says what to do where the week's key is not in these folders, has ended or is another one.
 */
export async function findSealKey(
  manifest: Manifest,
  { beside, data, folders, nowMs }: Sought,
): Promise<Uint8Array | undefined> {
  if (!("seal" in manifest)) return undefined;
  const { node, week, wrapped } = manifest.seal;
  const { configuration } = await getGenesis(beside);
  const passphrase = () => foundPassphrase(dataFolder(data), { isDemo: configuration.demo });
  const weekKey = await openTermKey({ folders, node, week, passphrase, nowMs });
  const key = await findBackupKey(wrapped, weekKey, { chain: manifest.chain, week });
  if (key !== undefined) return key;
  throw new Error(
    inLanguage({
      en: `the key of the week of ${week} in ${folders.join(", ")} is another one than this backup was made with: name the folder of that time with --keys`,
      zh: `${folders.join("、")} 里 ${week} 那一周的密钥不是做这份备份时用的那一把：请用 --keys 指定当时的文件夹`,
    }),
  );
}
