import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { abciSocketName, rpcSocketName } from "./comet-config.ts";

/** Longest path of a Unix socket: `sun_path` holds 108 bytes with the closing zero on Linux, 104 on macOS. */
const socketPathBytesMax = process.platform === "darwin" ? 103 : 107;
const ownerOnly = 0o700;

/** Where one CometBFT lives: its files, and the folder of the two sockets between it and its application. */
export interface CometPlace {
  readonly home: string;
  readonly socketFolder: string;
  readonly abciSocket: string;
  readonly rpcSocket: string;
}

/**
 * Makes the folders of a CometBFT, which only their owner can enter. A home too deep for sockets has them in a folder
 * apart.
 */
export async function openCometPlace(folder: string): Promise<CometPlace> {
  const home = resolve(folder);
  await mkdir(home, { recursive: true, mode: ownerOnly });
  const socketFolder = await openSocketFolder(join(home, "sockets"));
  return {
    home,
    socketFolder,
    abciSocket: join(socketFolder, abciSocketName),
    rpcSocket: join(socketFolder, rpcSocketName),
  };
}

async function openSocketFolder(near: string): Promise<string> {
  if (Buffer.byteLength(join(near, abciSocketName)) > socketPathBytesMax) return mkdtemp(join(tmpdir(), "mingbai-"));
  await mkdir(near, { recursive: true, mode: ownerOnly });
  return near;
}
