import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** What the consensus key signed: forgotten, it could sign another thing at the same height. */
const kept = "priv_validator_state.json";

/** Forgets every block and state that a CometBFT has, so that it joins anew. What its key signed stays. */
export async function resetCometData(home: string): Promise<void> {
  const data = join(home, "data");
  const names = await readdir(data).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  await Promise.all(names.filter((name) => name !== kept).map((name) => rm(join(data, name), { recursive: true })));
}
