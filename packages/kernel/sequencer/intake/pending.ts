import type { Queued } from "../admission/fair-queue.ts";
import type { Answer } from "../answer.ts";
import type { AdmittedEnvelope } from "../containers/assemble-containers.ts";

/** A transaction on its way: admitted, not yet final. */
export interface Pending extends Queued {
  readonly id: string;
  readonly envelope: AdmittedEnvelope;
  readonly answer: Promise<Answer>;
  settle(answer: Answer): void;
  fail(error: Error): void;
}

export function createPending(parts: Queued & { id: string; envelope: AdmittedEnvelope }): Pending {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  return { ...parts, answer: promise, settle: resolve, fail: reject };
}
