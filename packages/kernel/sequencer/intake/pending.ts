import type { Queued } from "../admission/fair-queue.ts";
import type { Answer, EarlyAnswer, ReceivedAnswer } from "../answer.ts";
import type { AdmittedEnvelope } from "../containers/assemble-containers.ts";

/** A transaction on its way: admitted, not yet final. */
export class Pending implements Queued {
  readonly organisation: string;
  readonly units: number;
  readonly bytes: number;
  readonly id: string;
  readonly envelope: AdmittedEnvelope;
  readonly #final = Promise.withResolvers<Answer>();
  #first: PromiseWithResolvers<EarlyAnswer> | undefined;

  constructor({ organisation, units, bytes, id, envelope }: Queued & { id: string; envelope: AdmittedEnvelope }) {
    this.organisation = organisation;
    this.units = units;
    this.bytes = bytes;
    this.id = id;
    this.envelope = envelope;
  }

  get answer(): Promise<Answer> {
    return this.#final.promise;
  }

  /** True where a sender waits for a promise. */
  get isPromiseAwaited(): boolean {
    return this.#first !== undefined;
  }

  /** The promise, or the answer where that comes first: what was taken before anybody asked may never be promised. */
  get firstAnswer(): Promise<EarlyAnswer> {
    if (this.#first === undefined) {
      this.#first = Promise.withResolvers();
      this.answer.then(this.#first.resolve, this.#first.reject);
    }
    return this.#first.promise;
  }

  promise(received: ReceivedAnswer): void {
    this.#first?.resolve(received);
  }

  settle(answer: Answer): void {
    this.#final.resolve(answer);
  }

  fail(error: Error): void {
    this.#final.reject(error);
  }
}
