import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findCometBinary } from "./comet-binary.ts";
import type { CometPlace } from "./comet-place.ts";
import { startComet } from "./comet-process.ts";
import { TestHeights } from "./test-heights.ts";
import { freePorts, writeTestHomes } from "./test-homes.ts";
import { startTestMember } from "./test-members.ts";

const isMissing = findCometBinary() === undefined;

let folder = "";
const atEnd: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-comet-"));
});
afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(isMissing)(isMissing ? "CometBFT is not installed" : "one validator", () => {
  /** Starts application and CometBFT as one process. */
  function startProcess(place: CometPlace) {
    const script = join(import.meta.dirname, "test-member-process.ts");
    const child = spawn(process.execPath, [script, place.home], { stdio: ["ignore", "pipe", "inherit"] });
    const heights = new TestHeights();
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
    const [place] = await writeTestHomes({ folder, validators: 1, ports: await freePorts(1) });
    if (place === undefined) throw new Error("no home");
    const first = startProcess(place);
    await first.heights.reached(3);
    process.kill(first.comet.pid, "SIGKILL");
    await first.heights.reached(first.heights.last + 3);
    await kill(first.child);
    const before = first.heights.last;
    const second = startProcess(place);
    await second.heights.reached(before + 4);
    // None is missing and none comes twice; what was durable but not yet said when it was killed is not said again.
    expect(first.seen).toEqual(first.seen.map((_, index) => index + 1));
    expect(second.seen).toEqual(second.seen.map((_, index) => (second.seen[0] ?? 0) + index));
    expect([before + 1, before + 2]).toContain(second.seen[0]);
  });
});

describe.skipIf(isMissing)(isMissing ? "CometBFT is not installed" : "four validators", () => {
  it("agree on each app hash; one is killed and comes back, one is stopped and is not missed", async () => {
    const places = await writeTestHomes({ folder, validators: 4, ports: await freePorts(4) });
    const members = await Promise.all(places.map((place, number) => startTestMember(place, number)));
    atEnd.push(() => Promise.all(members.map((member) => member.end())));
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
