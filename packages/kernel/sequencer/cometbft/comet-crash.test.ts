import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CometPlace } from "./comet-place.ts";
import { whyNoComet } from "./test-comet.ts";
import { TestHeights } from "./test-heights.ts";
import { freePorts, writeTestHomes } from "./test-homes.ts";

let folder = "";
const atEnd: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-comet-"));
});
afterEach(async () => {
  for (const end of atEnd.splice(0).reverse()) await end();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(whyNoComet)(whyNoComet ?? "one validator", () => {
  /** Starts application and CometBFT as one process. */
  function startProcess(place: CometPlace, ...dies: readonly string[]) {
    const script = join(import.meta.dirname, "test-member-process.ts");
    const child = spawn(process.execPath, [script, place.home, ...dies], { stdio: ["ignore", "pipe", "inherit"] });
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

  it.each([
    { dies: "before", next: 5 },
    { dies: "after", next: 6 },
  ])("is shown height $next next when the application died $dies height 5 was durable", async ({ dies, next }) => {
    const [place] = await writeTestHomes({ folder, validators: 1, ports: await freePorts(1) });
    if (place === undefined) throw new Error("no home");
    const first = startProcess(place, dies, "5");
    await once(first.child, "exit");
    const second = startProcess(place);
    await second.heights.reached(8);
    expect([first.seen, second.seen[0]]).toEqual([[1, 2, 3, 4], next]);
  });
});
