import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { disconnect, KeptProcess } from "@mingbai/sequencer/processes/kept-process";
import type { CallFrame, MemberCall, MemberCalls, MemberFrame } from "./test-fault-calls.ts";

const script = join(import.meta.dirname, "test-member-process.ts");
const backOffMs = { min: 500, max: 5_000 };

interface Waiting {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

/** One member's node in a process of its own, with its CometBFT below it. It is started again whenever it dies, until it is put down. */
export class FaultMember {
  readonly #root: string;
  readonly number: number;
  readonly #waiting = new Map<number, Waiting>();
  #kept: KeptProcess | undefined;
  #end: (child: ChildProcess) => void = disconnect;
  #ready = Promise.withResolvers<void>();
  #isReady = false;
  #calls = 0;

  constructor(root: string, number: number) {
    this.#root = root;
    this.number = number;
  }

  up(): void {
    this.#end = disconnect;
    this.#kept ??= new KeptProcess({ start: () => this.#start(), end: (child) => this.#end(child), backOffMs });
  }

  /** Ends it, without a word or as an operator does, and leaves it down. */
  async down(how: "killed" | "closed"): Promise<void> {
    this.#end = how === "killed" ? (child) => void child.kill("SIGKILL") : disconnect;
    const kept = this.#kept;
    this.#kept = undefined;
    await kept?.stop();
  }

  /** To the node's process; one that is killed is started again. */
  signal(signal: NodeJS.Signals): void {
    this.#kept?.child.kill(signal);
  }

  /** Resolves when its process takes part. */
  ready(): Promise<void> {
    return this.#ready.promise;
  }

  /** Rejects where its process is not there, or dies before it answers. */
  ask<Kind extends MemberCall>(kind: Kind, given: MemberCalls[Kind]["given"]): Promise<MemberCalls[Kind]["answer"]> {
    const child = this.#kept?.child;
    if (child === undefined || !this.#isReady || !child.connected) {
      return Promise.reject(new Error(`member ${this.number} is away`));
    }
    return new Promise((resolve, reject) => {
      const frame: CallFrame<Kind> = { call: this.#calls++, kind, given };
      this.#waiting.set(frame.call, { resolve: (answer) => resolve(answer as MemberCalls[Kind]["answer"]), reject });
      child.send(frame);
    });
  }

  #start(): ChildProcess {
    const child = fork(script, [this.#root, String(this.number)], {
      serialization: "advanced",
      execArgv: ["--no-warnings"],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    child.on("message", (frame: MemberFrame) => this.#take(frame));
    child.once("exit", () => {
      if (this.#isReady) this.#ready = Promise.withResolvers<void>();
      this.#isReady = false;
      for (const { reject } of this.#waiting.values()) reject(new Error(`member ${this.number} died`));
      this.#waiting.clear();
    });
    return child;
  }

  #take(frame: MemberFrame): void {
    if ("isReady" in frame) {
      this.#isReady = true;
      this.#kept?.works();
      this.#ready.resolve();
      return;
    }
    const waiting = this.#waiting.get(frame.call);
    this.#waiting.delete(frame.call);
    if ("error" in frame) waiting?.reject(new Error(frame.error));
    else waiting?.resolve(frame.answer);
  }
}
