import { Worker } from "node:worker_threads";
import { HttpProblem } from "@mingbai/http/problem";
import type { Paper } from "./paper.ts";
import type { PaperJob, PaperReply } from "./paper-worker.ts";

const workerUrl = new URL("./paper-worker.ts", import.meta.url);
/** The most papers in work at once: each takes some 300 ms. */
export const papersWaitingMax = 32;
/** A paper that takes longer is given up with its thread. */
const paperMsMax = 20_000;
const retryAfterMs = 3_000;

interface Waiting {
  resolve(pdf: Uint8Array): void;
  reject(error: Error): void;
  readonly timer: NodeJS.Timeout;
}

/** Sets papers as PDF on a thread of its own, which starts with the first paper. */
export class PaperPress {
  #worker: Worker | undefined;
  #tickets = 0;
  readonly #waiting = new Map<number, Waiting>();
  readonly #startWorker: () => Worker;

  constructor(startWorker = () => new Worker(workerUrl)) {
    this.#startWorker = startWorker;
  }

  /**
   * The paper as PDF. Throws the problems PAPER_NOT_HERE (501: this platform cannot), PAPERS_BUSY (503), and an error where
   * the thread failed.
   */
  print(paper: Paper): Promise<Uint8Array> {
    if (this.#waiting.size >= papersWaitingMax) throw busy();
    const worker = this.#getWorker();
    const ticket = this.#tickets++;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(new Error(`a paper took more than ${paperMsMax} ms`)), paperMsMax);
      this.#waiting.set(ticket, { resolve, reject, timer });
      worker.postMessage({ ticket, paper } satisfies PaperJob);
    });
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#giveUp(new Error("the node closes"));
    await worker?.terminate();
  }

  #getWorker(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    const worker = this.#startWorker();
    worker.unref();
    worker.on("message", (reply: PaperReply) => this.#take(reply));
    worker.on("error", (cause) => this.#giveUp(new Error("the thread that sets papers died", { cause })));
    this.#worker = worker;
    return worker;
  }

  #take(reply: PaperReply): void {
    const waiting = this.#waiting.get(reply.ticket);
    if (waiting === undefined) return;
    this.#waiting.delete(reply.ticket);
    clearTimeout(waiting.timer);
    if ("pdf" in reply) waiting.resolve(reply.pdf);
    else waiting.reject(reply.fault === "absent" ? notHere() : new Error(reply.message));
  }

  /** Ends the thread and everything that waits for it; the next paper starts another. */
  #giveUp(error: Error): void {
    void this.#worker?.terminate();
    this.#worker = undefined;
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    this.#waiting.clear();
  }
}

function notHere(): HttpProblem {
  const words = {
    en: "This node cannot make PDF files on its platform; print the page instead.",
    zh: "这台服务器不能生成 PDF，请用打印",
  };
  return new HttpProblem({ code: "PAPER_NOT_HERE", status: 501, ...words });
}

function busy(): HttpProblem {
  const words = { en: "Many papers are being made; ask again in a moment.", zh: "正在生成的文件太多，请稍等再取" };
  return new HttpProblem({ code: "PAPERS_BUSY", status: 503, ...words, retryAfterMs });
}
