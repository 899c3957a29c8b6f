import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { toHex } from "@mingbai/codec/hex";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type AbciServer, serveAbci } from "./abci-server.ts";
import { findCometBinary } from "./comet-binary.ts";
import type { CometPlace } from "./comet-place.ts";
import { type Comet, startComet } from "./comet-process.ts";
import { testApplication } from "./test-application.ts";
import { freePorts, writeTestHomes } from "./test-members.ts";

const isMissing = findCometBinary() === undefined;
const reachMsMax = 30_000;

let folder = "";
const atEnd: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-comet-"));
});
afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end();
  await rm(folder, { recursive: true, force: true });
});

/** Heights as they become durable, and who waits for which. */
class Heights {
  last = 0;
  readonly #waiting = new Set<{ height: number; resolve: () => void }>();

  reach(height: number): void {
    this.last = height;
    for (const one of this.#waiting) if (height >= one.height) one.resolve();
  }

  /** Resolves at that height; rejects when it takes too long. */
  reached(height: number): Promise<void> {
    if (this.last >= height) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const bound = setTimeout(() => reject(new Error(`stands at ${this.last}, not ${height}`)), reachMsMax);
      this.#waiting.add({
        height,
        resolve: () => {
          clearTimeout(bound);
          resolve();
        },
      });
    });
  }
}

describe.skipIf(isMissing)(isMissing ? "CometBFT is not installed" : "one validator", () => {
  /** Starts application and CometBFT as one process. */
  function startMember(place: CometPlace) {
    const script = join(import.meta.dirname, "test-member.ts");
    const child = spawn(process.execPath, [script, place.home], { stdio: ["ignore", "pipe", "inherit"] });
    const heights = new Heights();
    const seen: number[] = [];
    const comet = { pid: 0 };
    createInterface({ input: child.stdout }).on("line", (line) => {
      const [height = 0, pid = 0] = line.split(" ").map(Number);
      seen.push(height);
      comet.pid = pid;
      heights.reach(height);
    });
    atEnd.push(() => kill(child));
    return { child, heights, seen, comet };
  }

  async function kill(child: ChildProcess): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }

  it("makes blocks, and goes on after kill -9 of CometBFT and of the application", async () => {
    const [place] = await writeTestHomes(folder, await freePorts(1));
    if (place === undefined) throw new Error("no home");
    const first = startMember(place);
    await first.heights.reached(3);
    process.kill(first.comet.pid, "SIGKILL");
    await first.heights.reached(first.heights.last + 3);
    await kill(first.child);
    const before = first.heights.last;
    const second = startMember(place);
    await second.heights.reached(before + 4);
    // None is missing and none comes twice; what was durable but not yet said when it was killed is not said again.
    expect(first.seen).toEqual(first.seen.map((_, index) => index + 1));
    expect(second.seen).toEqual(second.seen.map((_, index) => (second.seen[0] ?? 0) + index));
    expect([before + 1, before + 2]).toContain(second.seen[0]);
  });
});

describe.skipIf(isMissing)(isMissing ? "CometBFT is not installed" : "four validators", () => {
  interface Member {
    readonly place: CometPlace;
    readonly heights: Heights;
    readonly hashes: Map<number, string>;
    readonly server: AbciServer;
    comet: Comet;
  }

  async function startMember(place: CometPlace, number: number): Promise<Member> {
    const heights = new Heights();
    const hashes = new Map<number, string>();
    let proposed = 0;
    const server = await serveAbci({
      socketPath: place.abciSocket,
      application: testApplication({
        propose: async () => [Uint8Array.of(number, proposed++)],
        onCommit: ({ height, appHash }) => {
          hashes.set(height, toHex(appHash));
          heights.reach(height);
        },
      }),
      onFatal(error) {
        throw error;
      },
    });
    atEnd.push(() => server.close());
    const member = { place, heights, hashes, server, comet: await startComet({ place }) };
    atEnd.push(() => member.comet.stop());
    return member;
  }

  it("agree on each app hash; one is killed and comes back, one is stopped and is not missed", async () => {
    const places = await writeTestHomes(folder, await freePorts(4));
    const members = await Promise.all(places.map(startMember));
    const all = (height: number) => Promise.all(members.map(({ heights }) => heights.reached(height)));
    await all(5);
    const [one, two] = members;
    if (one?.comet.pid === undefined || two === undefined) throw new Error("no CometBFT");
    process.kill(one.comet.pid, "SIGKILL");
    await all(two.heights.last + 5);
    expect(one.comet.starts).toBe(2);
    await one.comet.stop();
    await two.heights.reached(one.heights.last + 5);
    one.comet = await startComet({ place: one.place });
    await all(two.heights.last + 5);
    const status = await two.comet.status();
    expect(status).toMatchObject({ isCatchingUp: false, power: 10 });
    expect(status.peers).toHaveLength(3);
    for (const [height, hash] of one.hashes) {
      for (const other of members) expect(other.hashes.get(height) ?? hash).toBe(hash);
    }
    expect([...one.hashes.keys()]).toEqual([...one.hashes.keys()].map((_, index) => index + 1));
  });
});
