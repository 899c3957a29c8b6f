import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { dataFolder } from "@mingbai/app-node/data-folder";
import { findRunning } from "@mingbai/app-node/operator/running-file";
import { freePorts } from "@mingbai/sequencer/cometbft/test-homes";
import { expect, vi } from "vitest";
import { demoMembers } from "../cluster/demo-members.ts";
import { foundCluster } from "../cluster/found-cluster.ts";
import { MembersFile } from "../cluster/members-file.ts";
import { planMembers } from "../cluster/plan-members.ts";
import { readNode } from "../node-state/read-node.ts";

const portsPerMember = 4;
/** For what waits on sixteen processes that share a machine with others. */
export const patience = { timeout: 120_000, interval: 200 };

/** Four organisations of the demo, kept running by `mingbai cluster up` as an operator starts it. */
export class DemoCluster {
  readonly folders: readonly string[];
  readonly supervisor: ChildProcess;
  readonly #root: string;
  #said = "";

  private constructor(root: string, folders: readonly string[]) {
    this.#root = root;
    this.folders = folders;
    this.supervisor = spawn(
      process.execPath,
      [join(import.meta.dirname, "../main.ts"), "cluster", "up", "--data", root],
      { env: { ...process.env, MINGBAI_LANG: "en" }, stdio: ["ignore", "pipe", "inherit"] },
    );
    if (this.supervisor.stdout === null) throw new Error("the supervisor has no output");
    createInterface({ input: this.supervisor.stdout }).on("line", (line) => {
      this.#said += `${line}\n`;
    });
  }

  /** Founds them in a folder of their own, and starts them. */
  static async start(): Promise<DemoCluster> {
    const root = await mkdtemp(join(tmpdir(), "mingbai-four-"));
    const { members } = demoMembers();
    const ports = await freePorts(members.length * portsPerMember);
    const placed = members.map((member, at) => {
      const [http, links, p2p, rpc] = ports.slice(at * portsPerMember);
      return { ...member, ports: { http, links, p2p, rpc } };
    });
    await foundCluster(root, planMembers(MembersFile.parse({ members: placed })), {
      isDemo: true,
      timeMs: Date.now(),
    });
    return new DemoCluster(
      root,
      members.map(({ id }) => join(root, id)),
    );
  }

  /** What the supervisor has written. */
  get said(): string {
    return this.#said;
  }

  folderOf(number: number): string {
    const folder = this.folders[number];
    if (folder === undefined) throw new RangeError(`no member ${number}`);
    return folder;
  }

  /** Where the pages of a node are. */
  async urlOf(number: number): Promise<string> {
    const { url } = await readNode(this.folderOf(number));
    if (url === undefined) throw new Error(`node ${number} does not run`);
    return url;
  }

  /** 0 while it does not run. */
  async pidOf(number: number): Promise<number> {
    return (await findRunning(dataFolder(this.folderOf(number)).running))?.pid ?? 0;
  }

  /** Waits until these nodes run and have executed this height. */
  async reach(numbers: readonly number[], height: number): Promise<void> {
    for (const number of numbers) {
      await vi.waitFor(async () => {
        const report = await readNode(this.folderOf(number));
        const how = `node ${number}: ${JSON.stringify(report)}`;
        expect(report.state, how).toBe("running");
        expect(report.height, how).toBeGreaterThanOrEqual(height);
      }, patience);
    }
  }

  /** Ends what still runs, and leaves nothing behind. */
  async end(): Promise<void> {
    this.supervisor.kill("SIGKILL");
    await rm(this.#root, { recursive: true, force: true, maxRetries: 10 });
  }
}
