import { readFile, rm } from "node:fs/promises";
import { utf8 } from "@mingbai/codec/bytes";
import { findJson } from "@mingbai/codec/find-json";
import { RosterShape } from "@mingbai/ledger/genesis/roster";
import type { Disk } from "@mingbai/log/disk/disk";
import { writeWholeFile } from "@mingbai/log/disk/whole-file";
import { z } from "zod";

/** From where a node's next start joins: the engines that show light blocks, and one block that is trusted. */
export const JoinFile = z.strictObject({
  format: z.literal("mingbai/join/1"),
  /** CometBFT wants two to compare; one may stand there twice. */
  rpcServers: z.array(z.url({ protocol: /^http$/ })).min(2),
  /** As the engine counts. */
  height: z.int().positive(),
  /** Of that block's header. */
  hash: z.string().regex(/^[0-9A-F]{64}$/),
  /** What the engine began with, where one organisation had kept the ledger before. */
  era: z.strictObject({ base: z.int().positive(), timeMs: z.int().nonnegative(), roster: RosterShape }).optional(),
});
export type JoinFile = Readonly<z.infer<typeof JoinFile>>;

/** What a folder is to join by, or undefined where it has joined. Throws Error with what to do where it cannot be read. */
export async function findJoinFile(path: string): Promise<JoinFile | undefined> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const read = JoinFile.safeParse(findJson(text));
  if (read.success) return read.data;
  throw new Error(`${path} cannot be used: write it again with mingbai node join or mingbai node replace`);
}

export function writeJoinFile(disk: Disk, path: string, join: JoinFile): Promise<void> {
  return writeWholeFile(disk, path, utf8(`${JSON.stringify(JoinFile.parse(join), null, 2)}\n`));
}

/** The node has joined. */
export function removeJoinFile(path: string): Promise<void> {
  return rm(path, { force: true });
}
