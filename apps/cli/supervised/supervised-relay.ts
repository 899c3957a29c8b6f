import { join } from "node:path";
import type { RelayMessage } from "../relay/relay-message.ts";
import type { SupervisedReport } from "./supervised-node.ts";
import { SupervisedProcess } from "./supervised-process.ts";

const cliScript = join(import.meta.dirname, "../main.ts");

/** Keeps a relay between two ledgers running. */
export class SupervisedRelay {
  readonly #process: SupervisedProcess<RelayMessage>;
  #passed: number | undefined;

  /** `options`: what `mingbai relay` is to be told. `passphrase`: of its key file. */
  constructor({ options, log, passphrase }: { options: readonly string[]; log: string; passphrase: string }) {
    this.#process = new SupervisedProcess({
      script: cliScript,
      args: ["relay", ...options],
      log,
      environment: { MINGBAI_PASSPHRASE: passphrase },
      hear: () => {
        this.#passed = this.#process.pid;
        this.#process.works();
      },
    });
  }

  report(): SupervisedReport {
    const { ended, pid } = this.#process;
    if (ended !== undefined) return { state: "stopped", ...ended };
    return { state: this.#passed === pid ? "running" : "starting" };
  }

  /** Asks it to finish, and resolves when it has ended. */
  stop(): Promise<void> {
    return this.#process.stop();
  }
}
