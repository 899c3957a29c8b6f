import { type ChildProcess, fork } from "node:child_process";
import { closeSync } from "node:fs";
import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import type { NodeMessage } from "@mingbai/app-node/operator/node-message";
import { disconnect, KeptProcess } from "@mingbai/sequencer/processes/kept-process";
import { type NodeReport, readNode } from "../node-state/read-node.ts";
import type { ShownState } from "../node-state/state-words.ts";
import { lastWord, openNodeLog } from "./node-log.ts";

const nodeScript = join(import.meta.dirname, "../../node/main.ts");
const backOffMs = { min: 500, max: 30_000 };
/** What one organisation's node must not share with another's. */
const notInherited = ["DATABASE_URL", "MINGBAI_PASSPHRASE", "MINGBAI_PASSPHRASE_FILE"];

/** How one node stands, as its supervisor sees it. */
export interface SupervisedReport extends Omit<NodeReport, "state"> {
  readonly state: ShownState;
  /** Its last word, where its process ended by itself. */
  readonly reason?: string;
}

/**
 * Keeps one organisation's node running, as a process of its own: it is started again however it ends, later and later
 * while it does nothing, unless its operator drained it. It ends with this process, however that happens.
 */
export class SupervisedNode {
  readonly #folder: string;
  readonly #script: string;
  readonly #kept: KeptProcess;
  #hasAnswered = false;
  #isDrained = false;
  #reason: string | undefined;

  /** `script` is the program of a node; tests have others. */
  constructor({ folder, script = nodeScript }: { folder: string; script?: string }) {
    this.#folder = folder;
    this.#script = script;
    this.#kept = new KeptProcess({ start: () => this.#start(), end: disconnect, backOffMs });
  }

  /** Its process now; another one after each death. */
  get pid(): number | undefined {
    return this.#kept.child.pid;
  }

  /** Where its process writes. */
  get log(): string {
    return dataFolder(this.#folder).log;
  }

  async report(): Promise<SupervisedReport> {
    const { exitCode, signalCode } = this.#kept.child;
    if (exitCode !== null || signalCode !== null) {
      if (this.#isDrained) return { state: "drained" };
      return { state: "stopped", ...(this.#reason !== undefined && { reason: this.#reason }) };
    }
    if (this.#isDrained) return { state: "draining" };
    if (!this.#hasAnswered) return { state: "starting" };
    try {
      const report = await readNode(this.#folder);
      if (report.height !== undefined) this.#kept.works();
      return report;
    } catch (error) {
      // Its operator's file cannot be used: that is no reason to stop the others.
      return { state: "silent", reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Asks it to finish, and resolves when it has ended. */
  stop(): Promise<void> {
    return this.#kept.stop();
  }

  #start(): ChildProcess {
    const { file: log, fromByte } = openNodeLog(this.log);
    this.#hasAnswered = false;
    const child = fork(this.#script, ["--data", this.#folder], {
      stdio: ["ignore", log, log, "ipc"],
      // Its own group: Ctrl-C reaches the supervisor, which stops all in its turn.
      detached: process.platform !== "win32",
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !notInherited.includes(name))),
    });
    closeSync(log);
    child.on("message", (message: NodeMessage) => this.#hear(message));
    child.once("exit", () => {
      this.#reason = lastWord(this.log, fromByte);
    });
    return child;
  }

  #hear(message: NodeMessage): void {
    switch (message.kind) {
      case "listening":
        this.#hasAnswered = true;
        return;
      case "draining":
        this.#isDrained = true;
        void this.#kept.stop();
    }
  }
}
