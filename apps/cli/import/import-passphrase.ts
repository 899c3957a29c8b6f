import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { KeyFileError } from "@mingbai/crypto/key-file/key-file-error";
import { passphraseFileVariable, passphraseVariable, readPassphrase } from "@mingbai/crypto/key-file/passphrase";
import { readPrivateFile } from "@mingbai/crypto/key-file/read-private-file";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";

/** Where a passphrase lies that nobody typed. */
export function passphraseFile(root: string): string {
  return join(root, "passphrase");
}

/**
 * The passphrase of the folder's keys: from the environment, else from the folder's own file, else asked for on the terminal. A
 * run that may not ask writes a random one into that file (mode 0600), so that a script needs no preparation.
 */
export async function importPassphrase(root: string, mayAsk: boolean): Promise<string> {
  const isGiven = process.env[passphraseFileVariable] !== undefined || process.env[passphraseVariable] !== undefined;
  if (isGiven) return readPassphrase("");
  const path = passphraseFile(root);
  try {
    return (await readPrivateFile(path)).trim();
  } catch (error) {
    if (!(error instanceof KeyFileError) || error.code !== "ABSENT") throw error;
  }
  if (mayAsk && process.stdin.isTTY === true) return readPassphrase("Passphrase for the keys of this folder: ");
  const passphrase = randomBytes(24).toString("base64url");
  await writePrivateFile({ path, text: `${passphrase}\n`, replace: false });
  return passphrase;
}
