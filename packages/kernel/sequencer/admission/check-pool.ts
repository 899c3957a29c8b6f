import { Worker } from "node:worker_threads";
import type { ContainerHeader } from "@mingbai/ledger/container/container";
import type { ContainerVerdict } from "@mingbai/ledger/container/stateless-check";
import { BodyMemory } from "./body-memory.ts";
import {
  type CheckedBytes,
  type Checker,
  type CheckReply,
  type CheckRequest,
  type ContainerChecker,
  movedWith,
} from "./checked.ts";

interface Waiting {
  resolve(result: CheckReply["result"]): void;
  reject(error: Error): void;
}

/** One thread and what it was asked. */
interface Lane {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

const workerUrl = new URL("./check-worker.ts", import.meta.url);

/**
 * Threads that verify signatures and hash lines, so that the thread that executes never does. A thread that dies fails
 * what it was asked; the next request for its place starts another.
 * PERF: 490 batches of 8,192 lines a second (0.6 ms each), or 270 submissions of 64 single commands (2.2 ms each).
 */
export class CheckPool implements Checker, ContainerChecker {
  readonly #lanes: (Lane | undefined)[];
  readonly #url: URL;
  readonly #memory = new BodyMemory();
  #ticket = 0;
  #isClosed = false;

  /** `url`: what a thread runs; tests give one that dies. */
  constructor(threads: number, url: URL = workerUrl) {
    this.#url = url;
    this.#lanes = Array.from({ length: threads }, (_, place) => this.#start(place));
  }

  /** Hands the memory to a thread and gets it back with the verdicts. Rejects where the thread dies or the pool closes. */
  async check(bytes: Uint8Array, envelopesMax: number, sender = 0): Promise<CheckedBytes> {
    const result = await this.#ask({ bytes, envelopesMax }, sender, movedWith(bytes));
    if (!("bytes" in result)) throw new Error("a thread answered another question");
    return result;
  }

  async checkContainer(header: ContainerHeader, body: Uint8Array, sender = 0): Promise<ContainerVerdict> {
    const copy = this.#memory.take(body.length);
    copy.set(body);
    const result = await this.#ask({ header, body: copy }, sender);
    // Where the thread died instead the memory is left to the collector: something may still read it.
    this.#memory.give(copy);
    if ("bytes" in result) throw new Error("a thread answered another question");
    return result;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const lanes = this.#lanes.splice(0).filter((lane) => lane !== undefined);
    await Promise.all(lanes.map(({ worker }) => worker.terminate()));
    for (const { waiting } of lanes) failAll(waiting, new Error("the pool was closed"));
  }

  #ask(job: CheckRequest["job"], sender: number, moved: ArrayBuffer[] = []): Promise<CheckReply["result"]> {
    if (this.#isClosed) return Promise.reject(new Error("the pool is closed"));
    const ticket = this.#ticket++;
    const place = ticket % this.#lanes.length;
    const { worker, waiting } = this.#laneAt(place);
    return new Promise((resolve, reject) => {
      waiting.set(ticket, { resolve, reject });
      const request: CheckRequest = { ticket, sender, job };
      worker.postMessage(request, moved);
    });
  }

  #laneAt(place: number): Lane {
    const lane = this.#lanes[place] ?? this.#start(place);
    this.#lanes[place] = lane;
    return lane;
  }

  #start(place: number): Lane {
    const worker = new Worker(this.#url);
    const waiting = new Map<number, Waiting>();
    const lane = { worker, waiting };
    const die = (error: Error): void => {
      if (this.#lanes[place] === lane) this.#lanes[place] = undefined;
      failAll(waiting, error);
    };
    worker.unref();
    worker.on("message", ({ ticket, result }: CheckReply) => {
      waiting.get(ticket)?.resolve(result);
      waiting.delete(ticket);
    });
    worker.on("error", (cause) => die(new Error("a checking thread died", { cause })));
    worker.on("exit", () => die(new Error("a checking thread ended")));
    return lane;
  }
}

function failAll(waiting: Map<number, Waiting>, error: Error): void {
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
