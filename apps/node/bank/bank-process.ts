import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** The demo's bank as this process starts it; the bank itself knows nothing of this node but its address. */
const bankScript = join(import.meta.dirname, "../../bank/main.ts");
const backOffMsMin = 500;
const backOffMsMax = 30_000;
const stopMsMax = 20_000;

export interface BankProcessParts {
  /** The port that it would like; it takes a free one where that is taken. */
  readonly port: number;
  readonly data: string;
  readonly node: string;
  /** Hears the address of its page, each time it has started. */
  readonly onListening: (url: string) => void;
}

/** Keeps the demo's bank running beside the node. It ends with this process, and is started again when it dies. */
export class BankProcess {
  readonly #parts: BankProcessParts;
  #child: ChildProcess;
  #backOffMs = backOffMsMin;
  #restart: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(parts: BankProcessParts) {
    this.#parts = parts;
    this.#child = this.#fork();
  }

  /** Its process now; another one after each death. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Ends the process and resolves when it has ended. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    if (child.connected) child.disconnect();
    const lastResort = setTimeout(() => child.kill("SIGKILL"), stopMsMax);
    await ended;
    clearTimeout(lastResort);
  }

  #fork(): ChildProcess {
    const { port, data, node, onListening } = this.#parts;
    const args = ["--port", String(port), "--or-free", "--data", data, "--node", node];
    const child = fork(bankScript, args, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    child.on("message", ({ url }: { url: string }) => {
      this.#backOffMs = backOffMsMin;
      onListening(url);
    });
    child.once("exit", () => this.#restartLater());
    // It could not be started: the exit that follows starts it again.
    child.on("error", () => child.kill("SIGKILL"));
    return child;
  }

  #restartLater(): void {
    if (this.#isStopping) return;
    this.#restart = setTimeout(() => {
      this.#child = this.#fork();
    }, this.#backOffMs);
    this.#backOffMs = Math.min(this.#backOffMs * 2, backOffMsMax);
  }
}
