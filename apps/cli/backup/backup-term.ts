import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Manifest, manifestName } from "./manifest.ts";

/**
 * How long a backup of a vault opens. It holds the keys of its day, those of people who were erased since among them: an erasure
 * reaches it when the key of its week is destroyed, which is within this time (docs/adr/0034).
 */
export const backupTermDays = 90;

export const dayMs = 24 * 60 * 60 * 1_000;

/** True where a backup has outlived its term; one of before backups said when they were made counts as if it had not. */
export function isPastTerm({ madeMs }: { readonly madeMs?: number | undefined }, nowMs: number): boolean {
  return madeMs !== undefined && nowMs - madeMs > backupTermDays * dayMs;
}

/** The folders beside this one that hold backups of the same ledger which have outlived their term, by whether their keys end. */
export async function findPastTerm(
  to: string,
  { chain, nowMs }: { chain: string; nowMs: number },
): Promise<{ sealed: string[]; unsealed: string[] }> {
  const parent = dirname(resolve(to));
  const past: { sealed: string[]; unsealed: string[] } = { sealed: [], unsealed: [] };
  const entries = await readdir(parent, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name));
  for (const folder of folders.sort()) {
    const manifest = await findManifest(folder);
    if (manifest?.chain !== chain || !isPastTerm(manifest, nowMs)) continue;
    past["seal" in manifest ? "sealed" : "unsealed"].push(folder);
  }
  return past;
}

/** Undefined for a folder that is no backup. */
async function findManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return Manifest.safeParse(JSON.parse(await readFile(join(folder, manifestName), "utf8"))).data;
  } catch (error) {
    // What is no backup of this program, or is not readable for who runs it, is nobody's business here.
    if (error instanceof SyntaxError || (error instanceof Error && "code" in error)) return undefined;
    throw error;
  }
}
