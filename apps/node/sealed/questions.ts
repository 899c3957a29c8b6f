import type { Clock } from "@mingbai/exchange/ports/clock";
import type { Links } from "@mingbai/exchange/ports/links";
import type { SealedAnswer } from "./frames/answers.ts";
import { type Ask, encodeAsk } from "./frames/ask.ts";
import { answerMsMax } from "./limits.ts";

interface Asked {
  readonly member: number;
  readonly settle: (answer: SealedAnswer | undefined) => void;
}

/** Questions to single members, each answered once or given up after its time. */
export class Questions {
  readonly #links: Links;
  readonly #clock: Clock;
  readonly #asked = new Map<number, Asked>();
  #request = 0;

  constructor({ links, clock }: { links: Links; clock: Clock }) {
    this.#links = links;
    this.#clock = clock;
  }

  /** What the member answers; undefined where it is away or does not answer in time. */
  ask(member: number, question: Omit<Ask, "request">): Promise<SealedAnswer | undefined> {
    this.#request = (this.#request + 1) >>> 0;
    const request = this.#request;
    if (!this.#links.send(member, encodeAsk({ ...question, request }))) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const cancel = this.#clock.after(answerMsMax, () => settle(undefined));
      const settle = (answer: SealedAnswer | undefined): void => {
        cancel();
        this.#asked.delete(request);
        resolve(answer);
      };
      this.#asked.set(request, { member, settle });
    });
  }

  /** Takes an answer; one that nobody waits for any more is dropped. */
  answered(from: number, answer: SealedAnswer): void {
    const asked = this.#asked.get(answer.request);
    if (asked?.member === from) asked.settle(answer);
  }

  close(): void {
    for (const { settle } of [...this.#asked.values()]) settle(undefined);
  }
}
