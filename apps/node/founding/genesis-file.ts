import { readFile } from "node:fs/promises";
import { type CanonicalValue, findCanonical } from "@mingbai/codec/canonical-json";
import { writePrivateFile } from "@mingbai/crypto/key-file/write-private-file";
import { type Genesis, genesisBytes } from "@mingbai/ledger/genesis/genesis";

/** The genesis in a data folder, or undefined where nothing was founded there. Throws SyntaxError on a file of another form. */
export async function findGenesis(path: string): Promise<Genesis | undefined> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (bytes === undefined) return undefined;
  const value = findCanonical(bytes);
  if (!isGenesis(value)) throw new SyntaxError(`${path} is not a genesis in canonical JSON`);
  return value;
}

/** Writes a genesis, once. */
export async function writeGenesis(path: string, genesis: Genesis): Promise<void> {
  await writePrivateFile({ path, text: new TextDecoder().decode(genesisBytes(genesis)), replace: false });
}

function isGenesis(value: CanonicalValue | undefined): value is CanonicalValue & Genesis {
  return (
    typeof value === "object" && "configuration" in value && "roster" in value && "timeMs" in value && "events" in value
  );
}
