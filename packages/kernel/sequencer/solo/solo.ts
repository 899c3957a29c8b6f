import { eraBaseOf } from "@mingbai/ledger/genesis/era";
import type { Checker } from "../admission/checked.ts";
import type { Answer } from "../answer.ts";
import { assembleContainers } from "../containers/assemble-containers.ts";
import { finalAnswers } from "../intake/final-answers.ts";
import { Intake } from "../intake/intake.ts";
import type { Pending } from "../intake/pending.ts";
import type { LedgerSequencer, SequencerState } from "../sequencer.ts";
import type { Chain } from "./chain.ts";

export const blockUnitsMax = 131_072;
export const blockBytesMax = 32 * 1024 * 1024;
/** Solo orders a container at once; what stands in its header is the most that may. */
export const containerExpiryHeights = 4_096;
export const deadlinePollMs = 1_000;
/** A clock that stands this far behind the ledger is wrong: refuse to start rather than run ahead of the wall. */
export const clockBehindMsMax = 5_000;

const nothingToDo = { committing: Promise.resolve() };

export interface SoloParts {
  readonly chain: Chain;
  readonly pool: Checker;
  /** Wall clock, ms since epoch. */
  readonly now: () => number;
  /** Called once when the log has failed: nothing more will be acknowledged, and the process must end. */
  readonly onFatal: (error: Error) => void;
}

/** One process orders alone: a quorum of one, one group commit for bodies and order. */
export class Solo implements LedgerSequencer {
  readonly #chain: Chain;
  readonly #now: () => number;
  readonly #onFatal: (error: Error) => void;
  readonly #intake: Intake;
  #hasRoom = true;
  readonly #running: Promise<void>;

  constructor(parts: SoloParts) {
    this.#chain = parts.chain;
    this.#now = parts.now;
    this.#onFatal = parts.onFatal;
    const behindMs = parts.chain.head.timeMs - parts.now();
    if (behindMs > clockBehindMsMax) {
      throw new Error(`the clock is ${Math.round(behindMs / 1_000)} s behind the ledger's last block: set it first`);
    }
    const base = eraBaseOf(parts.chain.state);
    if (base > 0) {
      throw new Error(
        `this ledger was handed to several organisations at height ${base}: put network.json into the folder and start it as a member of theirs`,
      );
    }
    this.#intake = new Intake({ ledger: parts.chain, pool: parts.pool, now: parts.now });
    this.#running = this.#run();
  }

  get state(): SequencerState {
    const { state } = this.#intake;
    return state === "open" ? (this.#hasRoom ? "ok" : "read-only") : state;
  }

  submit(given: Uint8Array, sender?: number): Promise<readonly Answer[]> {
    return this.#intake.submit(given, sender);
  }

  /** What is stored here is final here: there is nothing to promise before. */
  receive(given: Uint8Array, sender?: number): Promise<readonly Answer[]> {
    return this.submit(given, sender);
  }

  async close(): Promise<void> {
    this.#intake.stopTaking();
    await this.#running;
    await this.#intake.close();
    await this.#chain.close();
  }

  /** Executes the next block while the one before is being synced; never more than that one ahead. */
  async #run(): Promise<void> {
    const intake = this.#intake;
    let committing: Promise<void> = Promise.resolve();
    try {
      while (intake.state === "open" || (intake.state === "closing" && !intake.isEmpty)) {
        await intake.waitForWork(deadlinePollMs);
        const started = await this.#step();
        await committing;
        if (eraBaseOf(this.#chain.state) > 0) return await this.#handOver(started);
        committing = started.committing;
      }
      await committing;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** The block in hand was the last of one organisation alone. Only once it is durable is anybody told. */
  async #handOver({ committing }: { committing: Promise<void> }): Promise<void> {
    await committing;
    this.#intake.handOver();
  }

  /** Executes one block and starts its commit, which answers or fails the node by itself. */
  async #step(): Promise<{ committing: Promise<void> }> {
    const timeMs = Math.max(this.#chain.head.timeMs + 1, this.#now());
    const taken = this.#intake.take({ unitsMax: blockUnitsMax, bytesMax: blockBytesMax });
    if (taken.length === 0 && !this.#chain.isDeadlineDue(timeMs)) return nothingToDo;
    if (!(await this.#findRoomFor(taken))) return nothingToDo;
    const height = this.#chain.head.height + 1;
    const origin = { member: 0, chainTag: this.#chain.chain.slice(0, 8), sequence: this.#chain.originSequence };
    const containers = assembleContainers(
      taken.map(({ envelope }) => envelope),
      { origin, expiryHeight: height + containerExpiryHeights },
    );
    const applied = await this.#chain.append({ height, timeMs, containers });
    const answers = finalAnswers(applied);
    const committing = this.#chain.commit().then(
      () => this.#intake.answer(taken, answers),
      (error) => this.#fail(error),
    );
    return { committing };
  }

  /** Without room the node only answers questions; it looks again with each new transaction and each deadline poll. */
  async #findRoomFor(taken: readonly Pending[]): Promise<boolean> {
    this.#hasRoom = await this.#chain.hasRoomFor(taken.reduce((bytes, pending) => bytes + pending.bytes, 0));
    if (!this.#hasRoom) this.#intake.refuseAsReadOnly(taken);
    return this.#hasRoom;
  }

  #fail(cause: unknown): void {
    if (this.#intake.state === "failed") return;
    const error = cause instanceof Error ? cause : new Error(String(cause));
    this.#intake.fail(error);
    this.#onFatal(error);
  }
}
