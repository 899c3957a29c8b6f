import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { drainNode } from "../node-state/drain-node.ts";
import { isAlive } from "../node-state/is-alive.ts";
import { SupervisedNode, type SupervisedReport } from "./supervised-node.ts";

const script = join(import.meta.dirname, "test-node.ts");
const patience = { timeout: 60_000, interval: 20 };
let folder = "";
let node: SupervisedNode | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingbai-kept-"));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await node?.stop();
  node = undefined;
  await rm(folder, { recursive: true, force: true });
});

const keep = (): SupervisedNode => {
  node = new SupervisedNode({ folder, script });
  return node;
};

/** Waits until the node is in this state, and gives its report. */
async function reach(kept: SupervisedNode, state: SupervisedReport["state"]): Promise<SupervisedReport> {
  return vi.waitFor(async () => {
    const report = await kept.report();
    expect(report.state).toBe(state);
    return report;
  }, patience);
}

describe("a node that is kept running", () => {
  it("starts, runs, and says how high it stands and whom it sees", async () => {
    const kept = keep();
    expect(await kept.report()).toEqual({ state: "starting" });
    const engine = { height: 9, isCatchingUp: false, power: 1, peers: ["audit"], isQuorum: true, bodiesFrom: 0 };
    expect(await reach(kept, "running")).toMatchObject({ height: 3, behindBlocks: 1, engine });
  });

  it("waits while it is with too few of the others", async () => {
    await writeFile(join(folder, "alone"), "");
    await reach(keep(), "waiting");
  });

  it("is started again however often it is killed", async () => {
    const kept = keep();
    for (let kill = 0; kill < 3; kill++) {
      await reach(kept, "running");
      const before = kept.pid ?? 0;
      process.kill(before, "SIGKILL");
      await vi.waitUntil(() => kept.pid !== before, patience);
    }
    await reach(kept, "running");
  });

  it.each([
    ["is given the passphrase of the environment where it is the only one", true, "of everybody"],
    ["is not given what the environment says where others are kept beside it", false, "undefined"],
  ])("%s", async (_words, isAlone, heard) => {
    vi.stubEnv("MINGBAI_PASSPHRASE", "of everybody");
    await writeFile(join(folder, "fail"), "");
    node = new SupervisedNode({ folder, script, isAlone });
    await reach(node, "stopped");
    expect(await readFile(node.log, "utf8")).toContain(`begun with the passphrase ${heard}\n`);
  });

  it("says why it ended by itself, and is started again until it can run", async () => {
    await writeFile(join(folder, "fail"), "");
    const kept = keep();
    expect(await reach(kept, "stopped")).toEqual({ state: "stopped", reason: "mingbai: the keys are missing" });
    await rm(join(folder, "fail"));
    await reach(kept, "running");
    expect(await readFile(kept.log, "utf8")).toContain("begun");
  });

  it.skipIf(process.platform === "win32")("is silent, and left running, where it cannot be asked", async () => {
    const kept = keep();
    await reach(kept, "running");
    const { running } = dataFolder(folder);
    await chmod(running, 0o644);
    expect(await kept.report()).toMatchObject({ state: "silent", reason: expect.stringContaining("chmod 600") });
    await chmod(running, 0o600);
    await reach(kept, "running");
  });

  it("stays down once it was drained", async () => {
    const kept = keep();
    await reach(kept, "running");
    const { pid } = kept;
    await drainNode(folder);
    expect(await reach(kept, "drained")).toEqual({ state: "drained" });
    await kept.stop();
    expect(kept.pid).toBe(pid);
  });

  it("ends with whoever keeps it running, even by kill -9", async () => {
    const supervisor = spawn(process.execPath, [join(import.meta.dirname, "test-supervisor.ts"), folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = (await once(createInterface({ input: supervisor.stdout }), "line")) as [string];
    const { pid } = JSON.parse(line) as { pid: number };
    expect(isAlive(pid)).toBe(true);
    supervisor.kill("SIGKILL");
    await vi.waitUntil(() => !isAlive(pid), patience);
  });
});
