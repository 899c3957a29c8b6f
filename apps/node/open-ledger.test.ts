import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Genesis } from "@mingbai/ledger/genesis/genesis";
import type { Disk, DiskFile } from "@mingbai/log/disk/disk";
import { DiskError } from "@mingbai/log/disk/disk-error";
import { nodeDisk } from "@mingbai/log/disk/node-disk";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { dataFolder } from "./data-folder.ts";
import { demoGenesis } from "./demo/found-demo.ts";
import { deriveNodeKeys } from "./keys/node-keys.ts";
import type { NetworkFile } from "./network/network-file.ts";
import { type OpenLedgerParts, openLedger } from "./open-ledger.ts";

const foundedMs = 1_790_000_000_000;
const keys = await deriveNodeKeys(new Uint8Array(32).fill(1));
const otherKeys = await deriveNodeKeys(new Uint8Array(32).fill(2));
const genesis = demoGenesis({ timeMs: foundedMs, keys, origin: "http://localhost" });

const shared: Genesis = { ...genesis, configuration: { ...genesis.configuration, network: true } };
const ownHost = "127.0.0.1";
const network: NetworkFile = {
  format: "mingbai/network/1",
  organisation: "district-finance",
  http: { host: ownHost, port: 0 },
  listen: { host: ownHost, port: 0 },
  members: [{ organisation: "district-finance", host: ownHost, port: 0, httpUrl: "http://localhost" }],
  comet: { p2pPort: 0, rpcPort: 0, peers: [] },
  observers: [],
};

let root = "";
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "mingbai-refused-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

/** The machine's disk, that knows which files are open on it, and refuses to open the one that comes `failAt` th. */
class WatchedDisk {
  readonly open = new Set<DiskFile>();
  opens = 0;
  failAt = Number.POSITIVE_INFINITY;
  readonly #machine = nodeDisk();
  readonly disk: Disk = {
    ...this.#machine,
    open: async (path, mode) => {
      if (++this.opens === this.failAt) throw new DiskError({ code: "DISK_FAILED", operation: "open", path });
      return this.#watched(await this.#machine.open(path, mode));
    },
  };

  #watched(file: DiskFile): DiskFile {
    const watched: DiskFile = {
      ...file,
      // Nothing is written to these ledgers: their space is only promised.
      allocate: (bytes) => file.truncate(bytes),
      close: async () => {
        this.open.delete(watched);
        await file.close();
      },
    };
    this.open.add(watched);
    return watched;
  }
}

const opened = (disk: Disk, name: string, more: Partial<OpenLedgerParts> = {}) =>
  openLedger({
    disk,
    folder: dataFolder(join(root, name)),
    genesis,
    keys,
    now: () => foundedMs,
    onFatal: () => undefined,
    ...more,
  });

describe("a ledger that does not open", () => {
  it.each<[string, RegExp, Partial<OpenLedgerParts>]>([
    ["the clock is behind", /set it first/, { now: () => foundedMs - 60_000 }],
    ["the keys are another node's", /node-key\.json holds other keys/, { keys: otherKeys }],
  ])("leaves no file open and no lock held where %s", async (_, words, more) => {
    const { disk, open } = new WatchedDisk();
    await expect(opened(disk, "node", more)).rejects.toThrow(words);
    expect(pathsOf(open)).toEqual([]);
    await (await opened(disk, "node")).close();
    expect(pathsOf(open)).toEqual([]);
  });

  it("leaves no file open and no port listened on where the engine of its network is not installed", async () => {
    vi.stubEnv("MINGBAI_COMETBFT", "/nowhere/cometbft");
    const watched = new WatchedDisk();
    const listening = () =>
      process.getActiveResourcesInfo().filter((name) => name === "TCPServerWrap" || name === "PipeWrap");
    const before = listening();
    await expect(opened(watched.disk, "member", { genesis: shared, network })).rejects.toThrow("MINGBAI_COMETBFT");
    expect([pathsOf(watched.open), listening()]).toEqual([[], before]);
    await (await watched.disk.lock(join(root, "member"))).release();
  });

  it("leaves nothing open at whichever file the disk fails", async () => {
    const whole = new WatchedDisk();
    await (await opened(whole.disk, "whole")).close();
    expect(whole.opens).toBeGreaterThan(10);
    for (let failAt = 1; failAt <= whole.opens; failAt++) {
      const watched = new WatchedDisk();
      watched.failAt = failAt;
      const name = `fails at ${failAt}`;
      const close = await opened(watched.disk, name).then(
        (ledger) => ledger.close,
        () => async () => undefined,
      );
      await close().catch(() => undefined);
      expect([name, ...pathsOf(watched.open)]).toEqual([name]);
      await (await watched.disk.lock(join(root, name))).release();
    }
  });
});

function pathsOf(files: Iterable<DiskFile>): string[] {
  return [...files].map(({ path }) => path);
}
