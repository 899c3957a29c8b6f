import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { levelDeposit, levelFund } from "@mingbai/app-node/demo/levels/begin-level";
import { city, counties } from "@mingbai/app-node/demo/levels/level-casts";
import { findRunning } from "@mingbai/app-node/operator/running-file";
import { tiesView, transfersView } from "@mingbai/levels/views";
import { createClient } from "@mingbai/sdk/client";
import { whyNotDeep } from "@mingbai/testkit/deep";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isAlive } from "../node-state/is-alive.ts";
import { freePortsInRow } from "../testing/free-ports-in-row.ts";

const levels = [city, ...counties];
/** Three nodes with a database each, and two relays, on a machine that others use too. */
const patience = { timeout: 240_000, interval: 250 };
let root = "";
let port = 0;
let demo: ChildProcess | undefined;
let said = "";

function start(): void {
  const script = join(import.meta.dirname, "../main.ts");
  said = "";
  demo = spawn(process.execPath, [script, "demo", "--levels", "--data", root, "--port", String(port)], {
    env: { ...process.env, MINGBAI_LANG: "en" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  demo.stdout?.on("data", (text: Buffer) => {
    said += text.toString();
  });
}

/** Waits until all is told. */
async function hear(text: string): Promise<void> {
  await vi.waitUntil(() => said.includes(text), patience);
}

async function stop(): Promise<unknown> {
  if (demo === undefined || demo.exitCode !== null) return undefined;
  const ended = once(demo, "exit");
  demo.kill("SIGINT");
  return ended;
}

async function pidOf(id: string): Promise<number> {
  return (await findRunning(dataFolder(join(root, id)).running))?.pid ?? 0;
}

const cityClient = () => createClient({ url: `http://localhost:${port}` });

describe.skipIf(whyNotDeep)(whyNotDeep ?? "a city and its two counties on one machine", () => {
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "mingbai-levels-"));
    port = await freePortsInRow(levels.length);
    start();
  });
  afterAll(async () => {
    await stop();
    await rm(root, { recursive: true, force: true, maxRetries: 10 });
  });

  it("send money down and back by proof, and totals go up", { timeout: 300_000 }, async () => {
    await hear("the next start goes on from here");
    for (const [at, { name }] of levels.entries()) {
      expect(said).toContain(`${name.en}  http://localhost:${port + at}/levels  operator-trusted`);
    }
    const { own, rows } = await cityClient().ask(tiesView, {});
    expect(own.assurance).toBe("operatorTrusted");
    expect(rows).toHaveLength(counties.length);
    for (const row of rows) {
      const [flow] = row.flows;
      const [total] = row.totals?.funds ?? [];
      expect(row).toMatchObject({ as: "child", state: "open", assurance: "operatorTrusted", underWay: 0, settled: 1 });
      expect(flow).toMatchObject({ fund: levelFund.inCity, locked: 0 });
      const left = (flow?.sent ?? 0) - (flow?.received ?? 0);
      expect(left).toBeGreaterThan(0);
      // What the county has and what its bank has paid out is what it was given and has not given back.
      expect((total?.outstanding ?? 0) + (total?.paidOut ?? 0)).toBe(left);
      expect(total?.paidOut).toBeGreaterThan(0);
    }
    expect(levelDeposit).toBeGreaterThan(rows.reduce((sum, { flows }) => sum + (flows[0]?.sent ?? 0), 0));
  });

  it("start a county's node again that was killed, and end all with Ctrl-C", { timeout: 300_000 }, async () => {
    const [{ id }] = counties;
    const killed = await pidOf(id);
    process.kill(killed, "SIGKILL");
    await vi.waitUntil(async () => {
      const now = await pidOf(id);
      return now !== killed && isAlive(now);
    }, patience);
    const pids = await Promise.all(levels.map((level) => pidOf(level.id)));
    expect(await stop()).toEqual([0, null]);
    expect(pids.filter(isAlive)).toEqual([]);
  });

  it("go on at the next start, and do nothing twice", { timeout: 300_000 }, async () => {
    start();
    await hear("the next start goes on from here");
    const { rows } = await cityClient().ask(transfersView, {});
    expect(rows.map(({ direction, state }) => [direction, state])).toEqual(
      counties.flatMap(() => [
        ["in", "accepted"],
        ["out", "accepted"],
      ]),
    );
    expect(await stop()).toEqual([0, null]);
  });
});
