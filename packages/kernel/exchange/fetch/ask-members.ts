import type { Absent } from "../frames/absent.ts";
import { answerMsMax, roundPauseMsMax, roundPauseMsMin } from "../limits.ts";
import type { Clock } from "../ports/clock.ts";
import type { Links } from "../ports/links.ts";

/** A question that any member may answer. */
export interface Question<Answer, Result> {
  /** Whom to ask, best first; asked anew for each round, since members change. */
  readonly members: () => readonly number[];
  readonly frame: (request: number) => Uint8Array;
  /** What the answer is worth; undefined where it is wrong, which is counted against the member. */
  readonly judge: (answer: Answer, from: number) => Promise<Result | undefined>;
}

interface Asked<Answer> {
  readonly member: number;
  readonly answer: (answer: Answer | undefined) => void;
}

/**
 * Puts a question to one member after another until an answer is right. Who does not answer in time is not waited for, but
 * an answer that comes late still counts. Each question is answered once: a liar costs one check.
 */
export class AskMembers<Answer> {
  readonly #links: Links;
  readonly #clock: Clock;
  readonly #nextRequest: () => number;
  readonly #asked = new Map<number, Asked<Answer>>();

  constructor(parts: { links: Links; clock: Clock; nextRequest: () => number }) {
    this.#links = parts.links;
    this.#clock = parts.clock;
    this.#nextRequest = parts.nextRequest;
  }

  /** Questions under way, each to one member. */
  get size(): number {
    return this.#asked.size;
  }

  /** Takes an answer from the links; false where nobody asked this member. */
  answered(from: number, request: number, answer: Answer | undefined): boolean {
    const asked = this.#asked.get(request);
    if (asked?.member !== from) return false;
    this.#asked.delete(request);
    asked.answer(answer);
    return true;
  }

  absent(from: number, { request }: Absent): boolean {
    return this.answered(from, request, undefined);
  }

  /** Asks for ever; rejects with the signal's reason once that is aborted. */
  async ask<Result>(question: Question<Answer, Result>, signal: AbortSignal): Promise<Result> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const asking = { question, requests: new Set<number>(), resolve, reject, isOver: false };
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop);
    this.#askInTurn(asking).catch(reject);
    try {
      return await promise;
    } finally {
      asking.isOver = true;
      signal.removeEventListener("abort", stop);
      for (const request of asking.requests) this.#asked.delete(request);
    }
  }

  async #askInTurn<Result>(asking: Asking<Answer, Result>): Promise<void> {
    for (let pauseMs = roundPauseMsMin; ; pauseMs = Math.min(roundPauseMsMax, 2 * pauseMs)) {
      for (const member of asking.question.members()) {
        if (asking.isOver) return;
        await this.#askOne(member, asking);
      }
      if (asking.isOver) return;
      await new Promise<void>((resolve) => this.#clock.after(pauseMs, resolve));
    }
  }

  /** Resolves when this member answered, or has had its time. A right answer settles the question whenever it comes. */
  async #askOne<Result>(member: number, asking: Asking<Answer, Result>): Promise<void> {
    const { question, requests, resolve, reject } = asking;
    const request = this.#nextRequest();
    const turn = Promise.withResolvers<void>();
    const take = async (answer: Answer | undefined): Promise<void> => {
      requests.delete(request);
      const result = answer === undefined ? undefined : await question.judge(answer, member);
      if (result !== undefined) resolve(result);
      turn.resolve();
    };
    requests.add(request);
    this.#asked.set(request, { member, answer: (answer) => void take(answer).catch(reject) });
    if (!this.#links.send(member, question.frame(request))) {
      this.#asked.delete(request);
      requests.delete(request);
      return;
    }
    const cancel = this.#clock.after(answerMsMax, turn.resolve);
    await turn.promise;
    cancel();
  }
}

interface Asking<Answer, Result> {
  readonly question: Question<Answer, Result>;
  readonly requests: Set<number>;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
  isOver: boolean;
}
