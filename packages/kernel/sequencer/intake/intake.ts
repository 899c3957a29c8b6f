import { toHex } from "@mingbai/codec/hex";
import type { State } from "@mingbai/ledger/state/state";
import type { Checked } from "@mingbai/ledger/transaction/check-envelope";
import { type Envelope, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { type Admission, admit } from "../admission/admit.ts";
import { type CheckedBytes, type Checker, noLines } from "../admission/checked.ts";
import { Contention } from "../admission/contention.ts";
import { FairQueue, type QueueLimits } from "../admission/fair-queue.ts";
import type { AdmissionRefusal, Answer, EarlyAnswer, FinalAnswer } from "../answer.ts";
import type { AdmittedEnvelope } from "../containers/assemble-containers.ts";
import { envelopesPerSubmissionMax } from "../sequencer.ts";
import { Pending } from "./pending.ts";

/** What one organisation gets of a turn while others are active: a few milliseconds of execution, so that they answer soon. */
export const ownTurn = { itemsMax: 32, unitsMax: 16_384 };
export const ownQueue = { unitsMax: 262_144, bytesMax: 64 * 1024 * 1024 };
export const wholeQueue = { unitsMax: 1_048_576, bytesMax: 256 * 1024 * 1024 };
/** Bytes that may be with the checking threads, before anybody's share is known. */
export const checkingBytesMax = 64 * 1024 * 1024;
export const busyRetryMs = 250;
export const readOnlyRetryMs = 2_000;
/** Between the last block of one organisation and the first of several its people exchange files. */
export const handedOverRetryMs = 60_000;

/** What admission asks of the ledger behind a sequencer. */
export interface AdmittingLedger {
  readonly chain: Uint8Array;
  readonly state: State;
  /** The answer that these very bytes were given when they were executed, if they were. */
  findAnswer(id: string): Promise<FinalAnswer | undefined>;
}

type Hear<Heard> = (pending: Pending) => Promise<Heard>;

interface Parts {
  readonly ledger: AdmittingLedger;
  readonly pool: Checker;
  /** Wall clock, ms since epoch. */
  readonly now: () => number;
}

/**
 * What stands in front of every sequencer: transactions are checked, admitted, and wait in one queue for each
 * organisation until the sequencer takes them; each sender is answered once, when it says so.
 */
export class Intake {
  readonly #ledger: AdmittingLedger;
  readonly #pool: Checker;
  readonly #now: () => number;
  readonly #queue = new FairQueue<Pending>({ own: ownQueue, all: wholeQueue });
  readonly #pending = new Map<string, Pending>();
  readonly #contention = new Contention();
  #checkingBytes = 0;
  #wake = Promise.withResolvers<void>();
  #state: "open" | "handed-over" | "closing" | "failed" = "open";

  constructor({ ledger, pool, now }: Parts) {
    this.#ledger = ledger;
    this.#pool = pool;
    this.#now = now;
  }

  get state(): "open" | "handed-over" | "closing" | "failed" {
    return this.#state;
  }

  /** True where nothing waits to be taken. */
  get isEmpty(): boolean {
    return this.#queue.isEmpty;
  }

  /** As `Sequencer.submit`. */
  submit(given: Uint8Array, sender?: number): Promise<readonly Answer[]> {
    return this.#takeAll(given, { sender, hear: ({ answer }) => answer });
  }

  /** As `Sequencer.receive`. */
  receive(given: Uint8Array, sender?: number): Promise<readonly EarlyAnswer[]> {
    return this.#takeAll(given, { sender, hear: ({ firstAnswer }) => firstAnswer });
  }

  /** The next transactions within the limits, organisations in turns; while several are active each gets its own turn only. */
  take(limits: QueueLimits): Pending[] {
    const own = this.#contention.isContended(this.#now()) ? { own: ownTurn } : {};
    return this.#queue.take({ ...limits, ...own });
  }

  /** Waits until there is something to take, or for this long. */
  async waitForWork(timeoutMs: number): Promise<void> {
    if (!this.#queue.isEmpty) return;
    const timer = setTimeout(() => this.#wake.resolve(), timeoutMs);
    await this.#wake.promise;
    clearTimeout(timer);
    this.#wake = Promise.withResolvers<void>();
  }

  /** Answers what was ordered and is durable; what left no leaf is told what became of it. */
  answer(taken: readonly Pending[], answers: ReadonlyMap<string, Answer>): void {
    for (const pending of taken) {
      const answer = answers.get(pending.id);
      if (answer !== undefined) this.#settle(pending, answer);
      else void this.#answerUnplaced(pending);
    }
  }

  /** What was taken was not put in order, and may be sent again. */
  giveBack(taken: readonly Pending[]): void {
    for (const pending of taken) this.#settle(pending, busy(pending.id));
  }

  /** Refuses what was taken and all that waits: there is no room to write. */
  refuseAsReadOnly(taken: readonly Pending[]): void {
    for (const pending of [...taken, ...this.#queue.drain()]) {
      this.#settle(pending, { ...notAdmitted("READ_ONLY", pending.id), retryAfterMs: readOnlyRetryMs });
    }
  }

  /** Others order from now on: what waits is told so, and whatever comes. */
  handOver(): void {
    if (this.#state !== "failed") this.#state = "handed-over";
    for (const pending of this.#queue.drain()) this.#settle(pending, handedOver(pending.id));
  }

  /** Takes nothing new from now on; what waits may still be taken. */
  stopTaking(): void {
    if (this.#state === "open") this.#state = "closing";
    this.#wake.resolve();
  }

  /** The node stops: everybody who waits is told, and so is whoever comes. */
  fail(error: Error): void {
    this.#state = "failed";
    for (const pending of this.#pending.values()) pending.fail(error);
    this.#pending.clear();
    this.#wake.resolve();
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  /** `hear`: what of a transaction on its way its sender waits for. */
  async #takeAll<Heard>(
    given: Uint8Array,
    { sender, hear }: { sender: number | undefined; hear: Hear<Heard> },
  ): Promise<readonly (Heard | Answer)[]> {
    if (this.#checkingBytes + given.length > checkingBytesMax) return refuseAllAsBusy(given);
    const { bytes, checked } = await this.#check(given, sender);
    const answers: Promise<Heard | Answer>[] = [];
    let at = 0;
    for (const verdict of checked) {
      const envelope = readEnvelope(bytes.subarray(at));
      if (typeof envelope === "string") answers.push(Promise.resolve(notAdmitted("MALFORMED")));
      else {
        const taken = this.#take(envelope, bytes.subarray(at, at + envelope.length), verdict);
        answers.push(taken instanceof Pending ? hear(taken) : Promise.resolve(taken));
        at += envelope.length;
      }
    }
    return Promise.all(answers.length > 0 ? answers : [notAdmitted("MALFORMED")]);
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

  /** The transaction on its way, or why it is not. */
  #take(envelope: Envelope, bytes: Uint8Array, verdict: Checked): Pending | Promise<Answer> | Answer {
    const id = toHex(envelope.id);
    if ("fault" in verdict) return notAdmitted(verdict.fault, id);
    const already = this.#pending.get(id);
    if (already !== undefined) return already;
    const admission = this.#admit(envelope);
    if (!("organisation" in admission)) return this.#answerOf(admission, id);
    if (this.#state === "closing") return busy(id);
    if (this.#state === "handed-over") return handedOver(id);
    if (this.#state === "failed") return Promise.reject(new Error("the node has stopped"));
    const { root, groupRoots } = verdict.lines ?? noLines;
    const admitted: AdmittedEnvelope = { ...envelope, linesRoot: root, groupRoots, bytes };
    const cost = { organisation: admission.organisation, units: envelope.header.units, bytes: bytes.length };
    return this.#enqueue(new Pending({ ...cost, id, envelope: admitted }));
  }

  #enqueue(pending: Pending): Pending | Answer {
    this.#contention.note(pending.organisation, this.#now());
    if (!this.#queue.offer(pending)) return busy(pending.id);
    this.#pending.set(pending.id, pending);
    this.#wake.resolve();
    return pending;
  }

  #admit(envelope: Envelope): Admission {
    const { state, chain } = this.#ledger;
    return admit({ state, chain, nowMs: this.#now() }, envelope);
  }

  /** Why it is not to be ordered: refused, or executed before, by these bytes or by others. */
  async #answerOf(admission: Exclude<Admission, { organisation: string }>, id: string): Promise<Answer> {
    if ("refused" in admission) return { ...notAdmitted(admission.refused, id), ...retryOf(admission) };
    return (await this.#ledger.findAnswer(id)) ?? notAdmitted("SEQUENCE_USED", id);
  }

  /**
   * A transaction that left no leaf: executed before from another container, or moved out of its place while it waited, or
   * its container counted for nothing, and it may be sent again.
   */
  async #answerUnplaced(pending: Pending): Promise<void> {
    try {
      const admission = this.#admit(pending.envelope);
      const isFree = "organisation" in admission;
      this.#settle(pending, isFree ? busy(pending.id) : await this.#answerOf(admission, pending.id));
    } catch (error) {
      this.#pending.delete(pending.id);
      pending.fail(error instanceof Error ? error : new Error(String(error)));
    }
  }

  #settle(pending: Pending, answer: Answer): void {
    this.#pending.delete(pending.id);
    pending.settle(answer);
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

function handedOver(id: string): Answer {
  return { ...notAdmitted("HANDED_OVER", id), retryAfterMs: handedOverRetryMs };
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
