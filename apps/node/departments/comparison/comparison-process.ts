import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { ComparisonReply, ComparisonRequest, ComparisonStart } from "./comparison-messages.ts";

const script = join(import.meta.dirname, "../run-comparison.ts");
/** A county's facts in memory. */
const heapMbMax = 4_096;

interface Run {
  readonly run: string;
  readonly begun: PromiseWithResolvers<void>;
  readonly ended: PromiseWithResolvers<string>;
}

/** Comparing beside the node, in a process that starts with the first run: the node answers meanwhile, and outlives it. One run at a time. */
export class ComparisonProcess {
  readonly #start: ComparisonStart;
  #child: ChildProcess | undefined;
  #current: Run | undefined;
  #isClosed = false;

  constructor(start: ComparisonStart) {
    this.#start = start;
  }

  /** The run that is under way. */
  get current(): string | undefined {
    return this.#current?.run;
  }

  /** Its process now; undefined before the first run and while it rests. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /**
   * Begins a run: resolves once it stands in its table, or in another's ("taken"), with a promise of how it ends ("broken" where its process
   * died). Undefined where another is under way.
   */
  async begin(request: ComparisonRequest): Promise<{ readonly ended: Promise<string> } | undefined> {
    if (this.#isClosed || this.#current !== undefined) return undefined;
    const { run } = request;
    const [begun, ended] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
    this.#current = { run, begun, ended };
    this.#getChild().send(request);
    await begun.promise;
    return { ended: ended.promise };
  }

  /** Ends a run where it is; what was taken and found stays. False where it is not under way. */
  cancel(run: string): boolean {
    if (this.#current?.run !== run) return false;
    this.#child?.send({ kind: "cancel", run });
    return true;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    if (child.connected) child.disconnect();
    await exited;
  }

  #getChild(): ChildProcess {
    if (this.#child?.connected === true) return this.#child;
    const child = fork(script, {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
      execArgv: [`--max-old-space-size=${heapMbMax}`],
    });
    child.on("message", (reply: ComparisonReply) => this.#hear(reply));
    child.on("exit", () => this.#gone(child));
    // It could not be started, or the channel broke: its end tells who waits.
    child.on("error", () => child.kill("SIGKILL"));
    child.send(this.#start);
    this.#child = child;
    return child;
  }

  #hear(reply: ComparisonReply): void {
    const current = this.#current;
    if (current?.run !== reply.run) return;
    if (reply.kind === "began") {
      current.begun.resolve();
      return;
    }
    this.#current = undefined;
    current.begun.resolve();
    current.ended.resolve(reply.state);
  }

  #gone(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined;
    const current = this.#current;
    this.#current = undefined;
    if (current === undefined) return;
    current.begun.reject(new Error("the comparing process ended before it began; the node's log says why"));
    current.ended.resolve("broken");
  }
}
