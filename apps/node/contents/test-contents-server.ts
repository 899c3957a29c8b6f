import { uploaderMayRead } from "@mingbai/http/contents/contents-port";
import { HttpProblem } from "@mingbai/http/problem";
import { createServer } from "@mingbai/http/server";
import { createRegistry } from "@mingbai/ledger/definition/registry";
import type { Disk } from "@mingbai/log/disk/disk";
import { type SimulatedDisk, simulatedDisk } from "@mingbai/testkit/simulated-disk/simulated-disk";
import type { InjectOptions } from "fastify";
import { Registry as Metrics } from "prom-client";
import { dataFolder } from "../data-folder.ts";
import { deriveNodeKeys } from "../keys/node-keys.ts";
import { SubjectVault } from "../subjects/subject-vault.ts";
import { nodeSealing } from "../vault/node-sealing.ts";
import { VaultLog } from "../vault/vault-log.ts";
import { openContents } from "./open-contents.ts";

export const testOwner = "00000000000000a1";
export const testStranger = "00000000000000b2";

/** Small segments: a simulated disk keeps them in memory. */
const segmentBytes = 256 * 1024;
const readingSegmentBytes = 16 * 1024;
const keySegmentBytes = 16 * 1024;
const nobody = { code: "SESSION_NONE", status: 401, en: "Nobody is signed in.", zh: "没有登录" };

/** Contents on a disk, in a folder "node", with a clock that moves by a second at each look; parts of subjects on another, so that neither counts in what is tried with the other. */
export async function openTestContents(
  disk: Disk,
  onFatal: (error: Error) => void = () => undefined,
  subjectDisk: Disk = simulatedDisk({ seed: 1 }),
) {
  const folder = dataFolder("node");
  const keys = await deriveNodeKeys(new Uint8Array(32).fill(9));
  await disk.makeFolder(folder.root);
  const sealing = nodeSealing(keys.vault);
  const vault = await VaultLog.open({ disk, folder: folder.vault, sealing, segmentBytes });
  let nowMs = 1_760_000_000_000;
  const now = (): number => {
    nowMs += 1_000;
    return nowMs;
  };
  const subjectParts = { folder: folder.subjects, key: keys.vault, now, segmentBytes, keySegmentBytes };
  const subjects = await SubjectVault.open({ disk: subjectDisk, ...subjectParts });
  const contents = await openContents({ disk, folder, vault, subjects, keys, now, onFatal, readingSegmentBytes });
  return { contents, vault, subjects, sealing, folder, keys };
}

/**
 * A server with contents and nothing else. Who asks is whoever the header `x-test-account` names. `through`: what it
 * reaches the disk by.
 */
export async function serveContents(disk: SimulatedDisk = simulatedDisk({ seed: 1 }), through: Disk = disk) {
  const log: string[] = [];
  const opened = await openTestContents(through);
  const server = await createServer({
    registry: createRegistry([]),
    sequencer: { submit: async () => [], receive: async () => [], close: async () => undefined },
    queries: [],
    findReader: async () => ({ account: undefined, organisation: undefined, roles: [] }),
    contents: {
      ...opened.contents,
      findWriter: ({ headers }) => {
        const account = headers["x-test-account"];
        if (typeof account !== "string") throw new HttpProblem(nobody);
        return { account, organisation: undefined, roles: [] };
      },
      mayRead: uploaderMayRead,
    },
    logFiles: {
      readCheckpoint: async () => undefined,
      readTile: async () => undefined,
      readRoster: async () => undefined,
    },
    health: () => ({ state: "ok", height: 0, readModelBehind: 0 }),
    metrics: new Metrics(),
    log: { write: (line) => void log.push(line) },
  });
  const ask = (account: string | undefined, request: InjectOptions) =>
    server.inject({ ...request, headers: { ...request.headers, ...(account && { "x-test-account": account }) } });
  return { ...opened, server, ask, log, disk };
}
