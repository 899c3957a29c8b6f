import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { demoNumber, demoSigner } from "@mingbai/app-node/demo/demo-keys";
import { findRunning } from "@mingbai/app-node/operator/running-file";
import { actAs, createClient } from "@mingbai/sdk/index";
import { findCometBinary } from "@mingbai/sequencer/cometbft/comet-binary";
import { freePorts } from "@mingbai/sequencer/cometbft/test-homes";
import { deepCount } from "@mingbai/testkit/deep";
import { treasuryCommands } from "@mingbai/treasury/schema";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { demoMembers } from "../cluster/demo-members.ts";
import { foundCluster } from "../cluster/found-cluster.ts";
import { MembersFile } from "../cluster/members-file.ts";
import { planMembers } from "../cluster/plan-members.ts";
import { isAlive } from "../node-state/is-alive.ts";
import { readNode } from "../node-state/read-node.ts";
import { runCli } from "../testing/run-cli.ts";

/** Sixteen processes and four databases: only where time is given. */
const isDeep = deepCount(0, 1) === 1;
const reason = findCometBinary() === undefined ? "CometBFT is not installed" : "only with MINGBAI_DEEP=1";
const isSkipped = !isDeep || findCometBinary() === undefined;
const patience = { timeout: 120_000, interval: 200 };
let root = "";
let supervisor: ChildProcess;
let said = "";
let folders: readonly string[] = [];

beforeAll(async () => {
  if (isSkipped) return;
  root = await mkdtemp(join(tmpdir(), "mingbai-four-"));
  const { members } = demoMembers();
  const ports = await freePorts(members.length * 4);
  const placed = members.map((member, at) => {
    const [http, links, p2p, rpc] = ports.slice(at * 4);
    return { ...member, ports: { http, links, p2p, rpc } };
  });
  await foundCluster(root, planMembers(MembersFile.parse({ members: placed })), { isDemo: true, timeMs: Date.now() });
  folders = members.map(({ id }) => join(root, id));
  supervisor = spawn(process.execPath, [join(import.meta.dirname, "../main.ts"), "cluster", "up", "--data", root], {
    env: { ...process.env, MINGBAI_LANG: "en" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (supervisor.stdout === null) throw new Error("the supervisor has no output");
  createInterface({ input: supervisor.stdout }).on("line", (line) => {
    said += `${line}\n`;
  });
});
afterAll(async () => {
  if (isSkipped) return;
  supervisor.kill("SIGKILL");
  await rm(root, { recursive: true, force: true, maxRetries: 10 });
});

/** Opens an account through the node of this number; gives the height at which that is final. */
async function act(number: number, name: string): Promise<number> {
  const { url = "" } = await readNode(folders[number] ?? "");
  const who = { signer: demoSigner("admin"), keyId: demoNumber("key admin"), commands: { treasury: treasuryCommands } };
  const actor = await actAs(createClient({ url }), who);
  const accounts = [{ account: demoNumber(name), kind: "supplier" as const }];
  const answer = await actor.does.treasury.openAccounts({ accounts });
  if (answer.status !== "final") throw new Error(`${name} is ${answer.status}`);
  return answer.height;
}

/** Waits until these nodes run and have executed this height. */
async function reach(numbers: readonly number[], height: number): Promise<void> {
  for (const number of numbers) {
    await vi.waitFor(async () => {
      const report = await readNode(folders[number] ?? "");
      expect(report).toMatchObject({ state: "running" });
      expect(report.height).toBeGreaterThanOrEqual(height);
    }, patience);
  }
}

const pidOf = async (number: number) => (await findRunning(dataFolder(folders[number] ?? "").running))?.pid ?? 0;

describe.skipIf(isSkipped)(isSkipped ? reason : "four organisations on one machine", () => {
  it("keep a ledger together, while one is killed and another drained, and end with Ctrl-C", async () => {
    await reach([0, 1, 2, 3], 0);
    await reach([0, 1, 2, 3], await act(0, "first"));
    const killed = await pidOf(2);
    process.kill(killed, "SIGKILL");
    const second = await act(1, "second");
    await vi.waitUntil(async () => (await pidOf(2)) !== killed, patience);
    await reach([0, 1, 2, 3], second);
    expect((await runCli(["node", "drain", "--data", folders[3] ?? ""])).code).toBe(0);
    await reach([0, 1, 2], await act(2, "third"));
    await vi.waitUntil(() => said.includes("drained"), patience);
    const pids = await Promise.all([0, 1, 2].map(pidOf));
    const ended = once(supervisor, "exit");
    supervisor.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
    expect(pids.filter(isAlive)).toEqual([]);
  });
});
