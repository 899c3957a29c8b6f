import { toHex } from "@mingbai/codec/hex";
import { type Envelope, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { admit } from "../admission/admit.ts";
import { type Checked, type CheckedBytes, type Checker, noLines } from "../admission/checked.ts";
import { Contention } from "../admission/contention.ts";
import { FairQueue } from "../admission/fair-queue.ts";
import type { AdmissionRefusal, Answer } from "../answer.ts";
import { envelopesPerSubmissionMax, type Sequencer } from "../sequencer.ts";
import { type AdmittedEnvelope, assembleContainers } from "./assemble-block.ts";
import type { Chain } from "./chain.ts";
import { finalAnswers } from "./final-answers.ts";
import { createPending, type Pending } from "./pending.ts";

export const blockUnitsMax = 131_072;
export const blockBytesMax = 32 * 1024 * 1024;
/** What one organisation gets of a block while others are active: a few milliseconds of execution, so that they answer soon. */
export const ownTurn = { itemsMax: 32, unitsMax: 16_384 };
export const ownQueue = { unitsMax: 262_144, bytesMax: 64 * 1024 * 1024 };
export const wholeQueue = { unitsMax: 1_048_576, bytesMax: 256 * 1024 * 1024 };
/** Bytes that may be with the checking threads, before anybody's share is known. */
export const checkingBytesMax = 64 * 1024 * 1024;
export const busyRetryMs = 250;
export const readOnlyRetryMs = 2_000;
export const deadlinePollMs = 1_000;
/** A clock that stands this far behind the ledger is wrong: refuse to start rather than run ahead of the wall. */
export const clockBehindMsMax = 5_000;

/** read-only: the disk is full, and clears by itself. failed: the log broke, and the process must end. */
export type SoloState = "ok" | "read-only" | "closing" | "failed";

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
export class Solo implements Sequencer {
  readonly #chain: Chain;
  readonly #pool: Checker;
  readonly #now: () => number;
  readonly #onFatal: (error: Error) => void;
  readonly #queue = new FairQueue<Pending>({ own: ownQueue, all: wholeQueue });
  readonly #pending = new Map<string, Pending>();
  readonly #contention = new Contention();
  #checkingBytes = 0;
  #wake = Promise.withResolvers<void>();
  #state: SoloState = "ok";
  readonly #running: Promise<void>;

  constructor(parts: SoloParts) {
    this.#chain = parts.chain;
    this.#pool = parts.pool;
    this.#now = parts.now;
    this.#onFatal = parts.onFatal;
    const behindMs = parts.chain.head.timeMs - parts.now();
    if (behindMs > clockBehindMsMax) {
      throw new Error(`the clock is ${Math.round(behindMs / 1_000)} s behind the ledger's last block: set it first`);
    }
    this.#running = this.#run();
  }

  get state(): SoloState {
    return this.#state;
  }

  async submit(given: Uint8Array, sender?: number): Promise<readonly Answer[]> {
    if (this.#checkingBytes + given.length > checkingBytesMax) return refuseAllAsBusy(given);
    const { bytes, checked } = await this.#check(given, sender);
    const answers: Promise<Answer>[] = [];
    let at = 0;
    for (const verdict of checked) {
      const envelope = readEnvelope(bytes.subarray(at));
      if (typeof envelope === "string") answers.push(Promise.resolve(notAdmitted("MALFORMED")));
      else {
        answers.push(this.#take(envelope, bytes.subarray(at, at + envelope.length), verdict));
        at += envelope.length;
      }
    }
    return Promise.all(answers.length > 0 ? answers : [notAdmitted("MALFORMED")]);
  }

  async close(): Promise<void> {
    if (this.#state !== "failed") this.#state = "closing";
    this.#wake.resolve();
    await this.#running;
    await this.#pool.close();
    await this.#chain.close();
  }

  async #check(given: Uint8Array, sender: number | undefined): Promise<CheckedBytes> {
    const { length } = given;
    this.#checkingBytes += length;
    try {
      return await this.#pool.check(given, envelopesPerSubmissionMax, sender);
    } finally {
      this.#checkingBytes -= length;
    }
  }

  async #take(envelope: Envelope, bytes: Uint8Array, verdict: Checked): Promise<Answer> {
    const id = toHex(envelope.id);
    if ("fault" in verdict) return notAdmitted(verdict.fault, id);
    const already = this.#pending.get(id);
    if (already !== undefined) return already.answer;
    const admission = admit({ state: this.#chain.state, chain: this.#chain.chain, nowMs: this.#now() }, envelope);
    if ("refused" in admission) return { ...notAdmitted(admission.refused, id), ...retryOf(admission) };
    if ("repeated" in admission) return (await this.#chain.findAnswer(id)) ?? notAdmitted("SEQUENCE_USED", id);
    if (this.#state === "closing") return busy(id);
    if (this.#state === "failed") throw new Error("the node has stopped");
    const { root, groupRoots } = verdict.lines ?? noLines;
    const admitted: AdmittedEnvelope = { ...envelope, linesRoot: root, groupRoots, bytes };
    const cost = { organisation: admission.organisation, units: envelope.header.units, bytes: bytes.length };
    return this.#enqueue(createPending({ ...cost, id, envelope: admitted }));
  }

  #enqueue(pending: Pending): Promise<Answer> | Answer {
    this.#contention.note(pending.organisation, this.#now());
    if (!this.#queue.offer(pending)) return busy(pending.id);
    this.#pending.set(pending.id, pending);
    this.#wake.resolve();
    return pending.answer;
  }

  /** Executes the next block while the one before is being synced; never more than that one ahead. */
  async #run(): Promise<void> {
    let committing: Promise<void> = Promise.resolve();
    try {
      while (this.#state !== "failed" && (this.#state !== "closing" || !this.#queue.isEmpty)) {
        if (this.#queue.isEmpty) await this.#idle();
        const started = await this.#step();
        await committing;
        committing = started.committing;
      }
      await committing;
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Waits for work, or until it is time to look at deadlines. */
  async #idle(): Promise<void> {
    const timer = setTimeout(() => this.#wake.resolve(), deadlinePollMs);
    await this.#wake.promise;
    clearTimeout(timer);
    this.#wake = Promise.withResolvers<void>();
  }

  /** Executes one block and starts its commit, which answers or fails the node by itself. */
  async #step(): Promise<{ committing: Promise<void> }> {
    const timeMs = Math.max(this.#chain.head.timeMs + 1, this.#now());
    const own = this.#contention.isContended(this.#now()) ? { own: ownTurn } : {};
    const taken = this.#queue.take({ unitsMax: blockUnitsMax, bytesMax: blockBytesMax, ...own });
    if (taken.length === 0 && !this.#chain.isDeadlineDue(timeMs)) return nothingToDo;
    if (!(await this.#hasRoomFor(taken))) return nothingToDo;
    const height = this.#chain.head.height + 1;
    const origin = { member: 0, chainTag: this.#chain.chain.slice(0, 8), sequence: this.#chain.originSequence };
    const containers = assembleContainers(
      taken.map(({ envelope }) => envelope),
      { origin, height },
    );
    const applied = await this.#chain.append({ height, timeMs, containers });
    const answers = finalAnswers(applied);
    const committing = this.#chain.commit().then(
      () => this.#answer(taken, answers),
      (error) => this.#fail(error),
    );
    return { committing };
  }

  /** Without room the node only answers questions; it looks again with each new transaction and each deadline poll. */
  async #hasRoomFor(taken: readonly Pending[]): Promise<boolean> {
    const hasRoom = await this.#chain.hasRoomFor(taken.reduce((bytes, pending) => bytes + pending.bytes, 0));
    if (this.#state === "ok" || this.#state === "read-only") this.#state = hasRoom ? "ok" : "read-only";
    if (hasRoom) return true;
    for (const pending of [...taken, ...this.#queue.drain()]) {
      this.#settle(pending, { ...notAdmitted("READ_ONLY", pending.id), retryAfterMs: readOnlyRetryMs });
    }
    return false;
  }

  /** A transaction that left no leaf (its key's window moved while it waited) is told so; it may be sent again. */
  #answer(taken: readonly Pending[], answers: ReadonlyMap<string, Answer>): void {
    for (const pending of taken)
      this.#settle(pending, answers.get(pending.id) ?? notAdmitted("SEQUENCE_TOO_FAR", pending.id));
  }

  #settle(pending: Pending, answer: Answer): void {
    this.#pending.delete(pending.id);
    pending.settle(answer);
  }

  #fail(cause: unknown): void {
    if (this.#state === "failed") return;
    const error = cause instanceof Error ? cause : new Error(String(cause));
    this.#state = "failed";
    for (const pending of this.#pending.values()) pending.fail(error);
    this.#pending.clear();
    this.#onFatal(error);
  }
}

function notAdmitted(refused: AdmissionRefusal, id?: string): Answer & { status: "not admitted" } {
  return { status: "not admitted", id, refused };
}

function retryOf({ retryAfterMs }: { retryAfterMs?: number }): { retryAfterMs?: number } {
  return retryAfterMs === undefined ? {} : { retryAfterMs };
}

function busy(id: string): Answer {
  return { ...notAdmitted("BUSY", id), retryAfterMs: busyRetryMs };
}

/** One answer for each envelope, as far as their lengths can be told without checking any. */
function refuseAllAsBusy(bytes: Uint8Array): Answer[] {
  const answers: Answer[] = [];
  for (let at = 0; at < bytes.length && answers.length < envelopesPerSubmissionMax; ) {
    const envelope = readEnvelope(bytes.subarray(at));
    if (typeof envelope === "string") return [...answers, notAdmitted("MALFORMED")];
    answers.push(busy(toHex(envelope.id)));
    at += envelope.length;
  }
  return answers;
}
