import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { join } from "node:path";
import type { Position } from "@mingbai/read-model/projector";
import { disconnect, KeptProcess } from "@mingbai/sequencer/processes/kept-process";
import type { DurableMarks } from "../open-ledger.ts";
import type { DurableMessage, PositionMessage, ProjectorStart } from "./messages.ts";

/** Where processors are scarce, what is asked of the ledger goes before the tables that follow it: a third of the share of others. */
const niceness = 5;
const backOffMs = { min: 100, max: 10_000 };

interface Waiting {
  readonly isThere: (position: Position) => boolean;
  readonly resolve: () => void;
}

/** Keeps a projector running beside the node. It ends with this process, and goes on where it stopped when it dies. */
export class ProjectorProcess {
  readonly #start: ProjectorStart;
  #marks: DurableMarks | undefined;
  #position: Position = { next: 0, height: 0, timeMs: 0 };
  readonly #kept: KeptProcess;
  readonly #opened = Promise.withResolvers<void>();
  #waiting: Waiting[] = [];

  constructor(start: ProjectorStart) {
    this.#start = start;
    this.#kept = new KeptProcess({ start: () => this.#fork(), end: disconnect, backOffMs });
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
    return this.#kept.child.pid;
  }

  /** Block records that are durable and not yet in the tables. */
  get lagBlocks(): number {
    return Math.max(0, (this.#marks?.blocks ?? 0) - this.#position.next);
  }

  /** Tells it how far it may read. */
  tell(marks: DurableMarks): void {
    this.#marks = marks;
    send(this.#kept.child, { kind: "durable", marks });
  }

  /** Resolves when the tables have read every block record before this number. */
  reached(next: number): Promise<void> {
    return this.#until((position) => position.next >= next);
  }

  /** Resolves when the tables have read the block of this height, or when `signal` ends the waiting. */
  readTo(height: number, signal: AbortSignal): Promise<void> {
    return this.#until((position) => position.height >= height, signal);
  }

  /** Ends the process and resolves when it has ended. */
  stop(): Promise<void> {
    return this.#kept.stop();
  }

  #until(isThere: Waiting["isThere"], signal?: AbortSignal): Promise<void> {
    if (isThere(this.#position)) return Promise.resolve();
    return new Promise((resolve) => {
      const waiting = { isThere, resolve };
      this.#waiting.push(waiting);
      signal?.addEventListener("abort", () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        resolve();
      });
    });
  }

  #fork(): ChildProcess {
    const child = fork(join(import.meta.dirname, "main.ts"), { stdio: ["ignore", "ignore", "inherit", "ipc"] });
    if (child.pid !== undefined) setPriority(child.pid, niceness);
    child.on("message", ({ position }: PositionMessage) => {
      this.#kept.works();
      this.#position = position;
      this.#opened.resolve();
      const there = this.#waiting.filter(({ isThere }) => isThere(position));
      this.#waiting = this.#waiting.filter(({ isThere }) => !isThere(position));
      for (const { resolve } of there) resolve();
    });
    send(child, this.#start);
    if (this.#marks !== undefined) send(child, { kind: "durable", marks: this.#marks });
    return child;
  }
}

function send(child: ChildProcess, message: ProjectorStart | DurableMessage): void {
  if (child.connected) child.send(message);
}
