import { isDeepStrictEqual } from "node:util";
import type { FinalAnswer } from "@mingbai/sequencer/answer";

/** Everything that some member said is final, as its senders remember it. */
export class Acknowledged {
  /** By transaction. */
  readonly answers = new Map<string, FinalAnswer>();
  /** Pairs of transactions under one sequence number, of which one may count. */
  readonly twins: (readonly [string, string])[] = [];
  /** What must never be: two answers about one transaction. */
  readonly faults: string[] = [];

  note(answer: FinalAnswer): void {
    const known = this.answers.get(answer.id);
    if (known === undefined) this.answers.set(answer.id, answer);
    else if (!isDeepStrictEqual(known, answer)) this.faults.push(`two answers about ${answer.id}`);
  }
}
