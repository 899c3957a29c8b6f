import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { utf8 } from "@mingbai/codec/bytes";
import { toHex } from "@mingbai/codec/hex";
import type { Disk } from "@mingbai/log/disk/disk";
import { writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";
import type { DataFolder } from "../data-folder.ts";

const LostPromises = z.strictObject({ ackKey: z.string().regex(/^[0-9a-f]{64}$/) });

function pathOf({ networkState }: Pick<DataFolder, "networkState">): string {
  return join(networkState, "lost-promises.json");
}

/** Notes that bodies which this key promised to keep may be gone: it promises nothing more, for ever. */
export async function writeLostPromises(disk: Disk, folder: Pick<DataFolder, "networkState">, ackKey: Uint8Array) {
  await disk.makeFolder(folder.networkState);
  await writeWholeFile(disk, pathOf(folder), utf8(JSON.stringify({ ackKey: toHex(ackKey) })));
}

/** True where this key has lost what it promised: others count on its word no longer, so that it must not give it. */
export async function hasLostPromises(folder: Pick<DataFolder, "networkState">, ackKey: Uint8Array): Promise<boolean> {
  const text = await readFile(pathOf(folder), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  return text !== undefined && LostPromises.parse(JSON.parse(text)).ackKey === toHex(ackKey);
}
