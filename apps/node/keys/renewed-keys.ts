import { readFile } from "node:fs/promises";
import { utf8 } from "@mingbai/codec/bytes";
import type { Disk } from "@mingbai/log/disk/disk";
import { writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";

/** How often each key was given up for another from the same secret. No secret itself. */
const Renewed = z.strictObject({
  node: z.int().nonnegative().default(0),
  consensus: z.int().nonnegative().default(0),
});
export type Renewed = Readonly<z.infer<typeof Renewed>>;
export type RenewedKey = keyof Renewed;

export const neverRenewed: Renewed = { node: 0, consensus: 0 };

/** Stands beside the key file. */
function pathOf(keyFile: string): string {
  return `${keyFile.replace(/\.json$/, "")}.renewed.json`;
}

export async function readRenewed(keyFile: string): Promise<Renewed> {
  const text = await readFile(pathOf(keyFile), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text === undefined ? neverRenewed : Renewed.parse(JSON.parse(text));
}

/** The key is another from the next start on. */
export async function renewKey(disk: Disk, keyFile: string, key: RenewedKey): Promise<Renewed> {
  const before = await readRenewed(keyFile);
  const renewed = { ...before, [key]: before[key] + 1 };
  await writeWholeFile(disk, pathOf(keyFile), utf8(JSON.stringify(renewed)));
  return renewed;
}
