import { readdir, readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { Manifest, manifestName } from "./manifest.ts";

/**
 * How long a backup of a vault may be kept. It holds the keys of its day, those of people who were erased since among them: an
 * erasure reaches it when it is deleted. Nothing but deleting it ends them (docs/adr/0034).
 */
export const backupTermDays = 90;

const dayMs = 24 * 60 * 60 * 1_000;

/** True where a backup has outlived its term; one of before backups said when they were made counts as if it had not. */
export function isPastTerm({ madeMs }: Pick<Manifest, "madeMs">, nowMs: number): boolean {
  return madeMs !== undefined && nowMs - madeMs > backupTermDays * dayMs;
}

/** The folders beside this one that hold backups of the same ledger which have outlived their term. */
export async function findPastTerm(to: string, { chain, nowMs }: { chain: string; nowMs: number }): Promise<string[]> {
  const parent = dirname(resolve(to));
  const past: string[] = [];
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    const manifest = entry.isDirectory() ? await findManifest(join(parent, entry.name)) : undefined;
    if (manifest?.chain === chain && isPastTerm(manifest, nowMs)) past.push(join(parent, entry.name));
  }
  return past.sort();
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
