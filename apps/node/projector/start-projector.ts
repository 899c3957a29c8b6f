import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Position } from "@mingbai/read-model/projector";
import type { DurableMarks } from "../open-ledger.ts";
import type { DurableMessage, PositionMessage, ProjectorStart } from "./messages.ts";

/** How long it stays down after it died: doubled with each death in a row, from the first to the last. */
const backOffMsMin = 100;
const backOffMsMax = 10_000;
const stopMsMax = 20_000;

/** Keeps a projector running beside the node. It ends with this process, and goes on where it stopped when it dies. */
export class ProjectorProcess {
  readonly #start: ProjectorStart;
  #marks: DurableMarks | undefined;
  #position: Position = { next: 0, height: 0, timeMs: 0 };
  #child: ChildProcess;
  #backOffMs = backOffMsMin;
  #restart: NodeJS.Timeout | undefined;
  #isStopping = false;
  readonly #opened = Promise.withResolvers<void>();
  #waiting: { readonly next: number; readonly resolve: () => void }[] = [];

  constructor(start: ProjectorStart) {
    this.#start = start;
    this.#child = this.#fork();
  }

  /** Up to where the tables have read. */
  get position(): Position {
    return this.#position;
  }

  /** Resolves once the tables are there, however few rows they have. */
  get opened(): Promise<void> {
    return this.#opened.promise;
  }

  /** Its process now; another one after each death. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Block records that are durable and not yet in the tables. */
  get lagBlocks(): number {
    return Math.max(0, (this.#marks?.blocks ?? 0) - this.#position.next);
  }

  /** Tells it how far it may read. */
  tell(marks: DurableMarks): void {
    this.#marks = marks;
    send(this.#child, { kind: "durable", marks });
  }

  /** Resolves when the tables have read every block record before this number. */
  reached(next: number): Promise<void> {
    if (this.#position.next >= next) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ next, resolve }));
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
    const child = fork(join(import.meta.dirname, "main.ts"), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    child.on("message", ({ position }: PositionMessage) => {
      this.#backOffMs = backOffMsMin;
      this.#position = position;
      this.#opened.resolve();
      const reached = this.#waiting.filter(({ next }) => next <= position.next);
      this.#waiting = this.#waiting.filter(({ next }) => next > position.next);
      for (const { resolve } of reached) resolve();
    });
    child.once("exit", () => this.#restartLater());
    // It could not be started, or the channel broke while we wrote to it: the exit that follows starts it again.
    child.on("error", () => child.kill("SIGKILL"));
    send(child, this.#start);
    if (this.#marks !== undefined) send(child, { kind: "durable", marks: this.#marks });
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

function send(child: ChildProcess, message: ProjectorStart | DurableMessage): void {
  if (child.connected) child.send(message);
}
