import { existsSync } from "node:fs";
import { passphraseFileVariable, passphraseVariable, readPassphrase } from "@mingbai/crypto/key-file/passphrase";
import type { DataFolder } from "../data-folder.ts";
import { demoPassphrase } from "../demo/demo-keys.ts";

/** An import that nobody watched leaves its passphrase beside the ledger; otherwise it comes from the usual places. */
export async function nodePassphrase({ passphrase }: Pick<DataFolder, "passphrase">): Promise<string> {
  const isKept = existsSync(passphrase) && process.env[passphraseFileVariable] === undefined;
  const environment = isKept ? { ...process.env, [passphraseFileVariable]: passphrase } : process.env;
  return readPassphrase("Passphrase of the node's keys: ", { environment });
}

/** The same for a ledger that exists: a demo's passphrase is known, unless another is given or kept beside it. */
export async function foundPassphrase(folder: DataFolder, { isDemo }: { isDemo: boolean }): Promise<string> {
  const isGiven = process.env[passphraseFileVariable] !== undefined || process.env[passphraseVariable] !== undefined;
  return isDemo && !isGiven && !existsSync(folder.passphrase) ? demoPassphrase : nodePassphrase(folder);
}
