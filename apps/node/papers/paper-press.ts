import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { HttpProblem } from "@mingbai/http/problem";
import { OneByOne } from "../contents/one-by-one.ts";
import type { Paper } from "./paper.ts";
import type { PaperReply } from "./paper-process.ts";

/** The most papers in work at once: each takes some 300 ms. */
export const papersInWorkMax = 32;
/** A paper that takes longer is given up with the process that sets it. */
export const paperMsMax = 20_000;
const retryAfterMs = 3_000;

/**
 * Sets papers as PDF, one after another, in a process of its own that starts with the first: setting is native code, which
 * could take the node down with it, and which nothing but the end of its process ends.
 */
export class PaperPress {
  readonly #startChild: () => ChildProcess;
  readonly #turns = new OneByOne();
  #child: ChildProcess | undefined;
  #inWork = 0;
  #isClosed = false;

  constructor(startChild = startPaperProcess) {
    this.#startChild = startChild;
  }

  /**
   * The paper as PDF; what it is made of is asked only once there is a place for it. Throws what `make` throws, the problems
   * PAPERS_BUSY (503) and PAPER_NOT_HERE (501: this platform cannot), and an error where this one could not be set.
   */
  async print(make: () => Promise<Paper>): Promise<Uint8Array> {
    if (this.#inWork >= papersInWorkMax) throw busy();
    this.#inWork++;
    try {
      const paper = await make();
      return await this.#turns.run("paper", () => this.#set(paper));
    } finally {
      this.#inWork--;
    }
  }

  /** Ends the process, and with it what waits. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#end();
  }

  async #set(paper: Paper): Promise<Uint8Array> {
    if (this.#isClosed) throw new Error("the node closes");
    try {
      const reply = await replyOf(this.#getChild(), paper);
      if ("pdf" in reply) return reply.pdf;
      throw reply.fault === "absent" ? notHere() : new Error(reply.message);
    } catch (error) {
      if (error instanceof PressFault) await this.#end();
      throw error;
    }
  }

  #getChild(): ChildProcess {
    if (this.#child?.connected === true) return this.#child;
    const child = this.#startChild();
    // It could not be started, or the channel broke: who waits for a paper is told, and the next paper starts another.
    child.on("error", () => child.kill("SIGKILL"));
    this.#child = child;
    return child;
  }

  async #end(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
}

/** The process is of no more use: it died, or does not answer. */
class PressFault extends Error {}

function startPaperProcess(): ChildProcess {
  return fork(join(import.meta.dirname, "paper-process.ts"), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    serialization: "advanced",
  });
}

async function replyOf(child: ChildProcess, paper: Paper): Promise<PaperReply> {
  const { promise, resolve, reject } = Promise.withResolvers<PaperReply>();
  const fail = (words: string) => (cause?: unknown) => reject(new PressFault(words, { cause }));
  const died = fail("the process that sets papers died");
  const timer = setTimeout(fail(`a paper took more than ${paperMsMax} ms`), paperMsMax);
  child.once("message", resolve).once("exit", died).once("error", died);
  child.send(paper, (error) => error !== null && died(error));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.off("message", resolve).off("exit", died).off("error", died);
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
