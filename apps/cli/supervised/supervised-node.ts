import { join } from "node:path";
import { dataFolder } from "@mingbai/app-node/data-folder";
import type { NodeMessage } from "@mingbai/app-node/operator/node-message";
import { type NodeReport, readNode } from "../node-state/read-node.ts";
import type { ShownState } from "../node-state/state-words.ts";
import { SupervisedProcess } from "./supervised-process.ts";

const nodeScript = join(import.meta.dirname, "../../node/main.ts");

/** How one process stands, as its supervisor sees it. */
export interface SupervisedReport extends Omit<NodeReport, "state"> {
  readonly state: ShownState;
  /** Its last word, where its process ended by itself. */
  readonly reason?: string;
}

/** Keeps one organisation's node running, unless its operator drained it. */
export class SupervisedNode {
  readonly #folder: string;
  readonly #process: SupervisedProcess<NodeMessage>;
  #answered: number | undefined;
  #isDrained = false;

  /** `options`: further ones of its start; `isAlone`: nothing else is kept beside it. `script` is the program of a node; tests have others. */
  constructor({
    folder,
    options = [],
    isAlone,
    script = nodeScript,
  }: {
    folder: string;
    options?: readonly string[];
    isAlone?: boolean;
    script?: string;
  }) {
    this.#folder = folder;
    this.#process = new SupervisedProcess({
      script,
      args: ["--data", folder, ...options],
      log: this.log,
      isAlone,
      hear: (message) => this.#hear(message),
    });
  }

  /** Its process now; another one after each death. */
  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Where its process writes. */
  get log(): string {
    return dataFolder(this.#folder).log;
  }

  async report(): Promise<SupervisedReport> {
    const { ended } = this.#process;
    if (ended !== undefined) return this.#isDrained ? { state: "drained" } : { state: "stopped", ...ended };
    if (this.#isDrained) return { state: "draining" };
    if (this.#answered !== this.pid) return { state: "starting" };
    try {
      const report = await readNode(this.#folder);
      if (report.height !== undefined) this.#process.works();
      return report;
    } catch (error) {
      // Its operator's file cannot be used: that is no reason to stop the others.
      return { state: "silent", reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Asks it to finish, and resolves when it has ended. */
  stop(): Promise<void> {
    return this.#process.stop();
  }

  #hear(message: NodeMessage): void {
    switch (message.kind) {
      case "listening":
        this.#answered = this.pid;
        return;
      case "draining":
        this.#isDrained = true;
        void this.#process.stop();
    }
  }
}
