import { Worker } from "node:worker_threads";
import type { Judgement } from "./judgement.ts";

/** Pieces of the file in order, then `end`. */
export type ToJudge = Uint8Array<ArrayBuffer> | "end";

/** Time to judge a file that is there whole. */
export const judgeMsMax = 10_000;
/** What the thread's own objects may take; the file's bytes stand beside them. */
const resourceLimits = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
const workerUrl = new URL("./judge-worker.ts", import.meta.url);

/**
 * Judges one file in a thread of its own with bounded memory and time, without the process's environment and without
 * its output. A thread that dies or takes too long says FILE_UNJUDGED.
 */
export class FileJudge {
  readonly #worker: Worker;
  readonly #verdict: Promise<Judgement>;
  #timer: NodeJS.Timeout | undefined;
  #settle: (judgement: Judgement) => void = () => undefined;

  /** `url`: what the thread runs; tests give one that dies or never answers. */
  constructor({ url = workerUrl, msMax = judgeMsMax }: { url?: URL; msMax?: number } = {}) {
    this.#msMax = msMax;
    this.#worker = new Worker(url, { resourceLimits, env: {}, stdout: true, stderr: true });
    this.#verdict = new Promise((resolve) => {
      this.#settle = resolve;
    });
    const unjudged = (): void => this.#settle({ refused: "FILE_UNJUDGED" });
    this.#worker.on("message", (judgement: Judgement) => this.#settle(judgement));
    this.#worker.on("error", unjudged);
    this.#worker.on("exit", unjudged);
  }

  readonly #msMax: number;

  /** Hands a copy of the next piece to the thread. */
  add(piece: Uint8Array): void {
    const copy = new Uint8Array(piece);
    this.#worker.postMessage(copy, [copy.buffer]);
  }

  /** The verdict over all pieces. */
  async judge(): Promise<Judgement> {
    this.#worker.postMessage("end" satisfies ToJudge);
    this.#timer = setTimeout(() => this.#settle({ refused: "FILE_UNJUDGED" }), this.#msMax);
    return this.#verdict;
  }

  /** Ends the thread, whatever it is doing. */
  async close(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#worker.terminate();
  }
}
