import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

const stopMsMax = 20_000;

export interface KeptProcessParts {
  /** Starts one, with its listeners; its own deaths and errors are looked after here. */
  readonly start: () => ChildProcess;
  /** Asks it to end; what has not ended 20 s later is killed. */
  readonly end: (child: ChildProcess) => void;
  /** How long it stays down after it died: doubled with each death in a row, from the first to the last. */
  readonly backOffMs: { readonly min: number; readonly max: number };
}

/** Keeps a process running: it is started again when it dies, later and later while it does nothing between its deaths. */
export class KeptProcess {
  readonly #parts: KeptProcessParts;
  #child: ChildProcess;
  #backOffMs: number;
  #restart: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(parts: KeptProcessParts) {
    this.#parts = parts;
    this.#backOffMs = parts.backOffMs.min;
    this.#child = this.#start();
  }

  /** The process now; another one after each death. */
  get child(): ChildProcess {
    return this.#child;
  }

  /** It does its work: the next death is the first in a row. */
  works(): void {
    this.#backOffMs = this.#parts.backOffMs.min;
  }

  /** Ends the process and resolves when it has ended. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    this.#parts.end(child);
    const lastResort = setTimeout(() => child.kill("SIGKILL"), stopMsMax);
    await ended;
    clearTimeout(lastResort);
  }

  #start(): ChildProcess {
    const child = this.#parts.start();
    child.once("exit", () => this.#startLater());
    child.on("error", () => {
      // It could not be started, and no exit will follow; or its channel broke, and the exit that follows starts it again.
      if (child.pid === undefined) this.#startLater();
      else child.kill("SIGKILL");
    });
    return child;
  }

  #startLater(): void {
    if (this.#isStopping) return;
    this.#restart = setTimeout(() => {
      this.#child = this.#start();
    }, this.#backOffMs);
    this.#backOffMs = Math.min(this.#backOffMs * 2, this.#parts.backOffMs.max);
  }
}

/** Ends a process that listens to this one: it ends by itself when the channel closes. */
export function disconnect(child: ChildProcess): void {
  if (child.connected) child.disconnect();
}
