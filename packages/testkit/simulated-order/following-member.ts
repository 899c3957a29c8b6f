import { sha256 } from "@mingbai/codec/sha256";
import type { DecidedBlock, OrderedApplication } from "./ordered-application.ts";

interface Parts {
  readonly application: OrderedApplication;
  /** The last height that it has. */
  readonly height: number;
  readonly findBlock: (height: number) => DecidedBlock | undefined;
  /** The application answered for this height; it has not committed yet. */
  readonly onAnswered: (height: number) => void;
  readonly onExecuted: (height: number, appHash: Uint8Array) => void;
}

/** One member of a simulated order: executes what was decided, one block after another, for as long as each takes. */
export class FollowingMember {
  readonly #parts: Parts;
  readonly #waiting: { readonly height: number; readonly resume: () => void }[] = [];
  #height: number;
  #isStopped = false;
  #following: Promise<void> = Promise.resolve();
  #failure: unknown;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#height = parts.height;
  }

  /** Executes what has been decided meanwhile. */
  follow(): void {
    this.#following = this.#following.then(() => this.#catchUp());
  }

  stop(): void {
    this.#isStopped = true;
  }

  /** Resolves when this height is executed and durable; rejects where execution failed before. */
  reached(height: number): Promise<void> {
    return this.whenAt(height, async () => undefined);
  }

  /** Asks the application once it stands at this height. */
  async whenAt<T>(height: number, ask: (application: OrderedApplication) => Promise<T>): Promise<T> {
    while (this.#height < height && this.#failure === undefined) {
      await new Promise<void>((resume) => this.#waiting.push({ height, resume }));
    }
    if (this.#failure !== undefined) throw this.#failure;
    return ask(this.#parts.application);
  }

  async #catchUp(): Promise<void> {
    try {
      for (let block = this.#next(); block !== undefined; block = this.#next()) await this.#execute(block);
    } catch (error) {
      // Whoever asks next hears of it; a member that was stopped is asked no more.
      this.#failure = error;
    }
    for (const { resume } of this.#waiting.splice(0)) resume();
  }

  #next(): DecidedBlock | undefined {
    return this.#isStopped ? undefined : this.#parts.findBlock(this.#height + 1);
  }

  async #execute({ height, timeMs, items, misbehaviour }: DecidedBlock): Promise<void> {
    const { application, onAnswered, onExecuted } = this.#parts;
    const { appHash } = await application.finalizeBlock({
      height,
      timeMs,
      items,
      proposer: new Uint8Array(20),
      hash: sha256(...items),
      misbehaviour,
      lastCommit: { round: 0, votes: [] },
    });
    if (!this.#isStopped) onAnswered(height);
    await application.commit();
    this.#height = height;
    onExecuted(height, appHash);
    for (const { resume } of this.#waiting.splice(0)) resume();
  }
}
