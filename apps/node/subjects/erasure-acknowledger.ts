import type { Number64 } from "@mingbai/codec/number64";
import type { Clock } from "@mingbai/exchange/ports/clock";
import type { State } from "@mingbai/ledger/state/state";
import { forgettingStatement } from "@mingbai/posts/content/forgetting-statement";
import { forgottenTable } from "@mingbai/posts/tables";
import { erasureStatement } from "@mingbai/registry/content/texts/erasure-statement";
import { type ErasureRow, erasedTable, erasureTable } from "@mingbai/registry/tables";
import type { Answer } from "@mingbai/sequencer/answer";

/** An acknowledgement that nobody could take is sent again after this, twice as late each time. */
export const sendAgainMsMin = 200;
export const sendAgainMsMax = 60_000;

/** What is to be said on the ledger; statements are hexadecimal. */
export type Acknowledgement =
  | {
      readonly command: "registry.acknowledgeErasure";
      readonly input: { readonly erasure: Number64; readonly statement: string };
    }
  | {
      readonly command: "posts.acknowledgeForgetting";
      readonly input: { readonly subject: Number64; readonly statement: string };
    };

interface Parts {
  readonly state: State;
  /** The ledger itself, 32 bytes. */
  readonly chain: Uint8Array;
  /** Whose node this is. */
  readonly organisation: string;
  /** Resolves when vault and tables of this node have nothing more of what was decided so far. */
  readonly carriedOut: () => Promise<void>;
  /** Signs with the node's key and sends. */
  readonly send: (said: Acknowledgement) => Promise<Answer | undefined>;
  readonly clock: Clock;
  readonly onFatal: (error: Error) => void;
}

/**
 * Says on the ledger, signed by the node itself, that what was decided to be erased is erased here: after vault and tables have
 * done it, never before. What is owed stands in the state, so that a start finds what a crash left unsaid; what was said twice
 * the ledger refuses.
 */
export class ErasureAcknowledger {
  readonly #parts: Parts;
  #seen = 0;
  #pauseMs = sendAgainMsMin;
  #takeBack: (() => void) | undefined;
  #running: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Looks whether more was decided. PERF: asked after each commit; a comparison of two numbers, as long as nothing was. */
  readonly follow = (): void => {
    const { state } = this.#parts;
    const size = state.table(erasedTable).size + state.table(forgottenTable).size;
    if (size === this.#seen) return;
    this.#seen = size;
    this.#again();
  };

  /** Resolves when what is under way was sent, or waits for its next time. */
  settled(): Promise<void> {
    return this.#running;
  }

  close(): void {
    this.#isClosed = true;
    this.#takeBack?.();
  }

  #again(): void {
    this.#takeBack?.();
    this.#takeBack = undefined;
    this.#running = this.#running
      .then(() => this.#acknowledgeAll())
      .catch((error: unknown) => {
        // What was under way finds the ledger closed then; the next start says it.
        if (!this.#isClosed) this.#parts.onFatal(error instanceof Error ? error : new Error(String(error)));
      });
  }

  async #acknowledgeAll(): Promise<void> {
    const owed = this.#findOwed();
    if (owed.length === 0 || this.#isClosed) return;
    await this.#parts.carriedOut();
    let areSaid = true;
    for (const said of owed) if (!this.#isClosed) areSaid = (await this.#say(said)) && areSaid;
    if (areSaid) this.#pauseMs = sendAgainMsMin;
    else if (!this.#isClosed) this.#later();
  }

  /** True where the ledger has answered for good: a refusal would be the same again, and each stands in the log. */
  async #say(said: Acknowledgement): Promise<boolean> {
    return (await this.#parts.send(said))?.status === "final";
  }

  /** Nobody knows this node's key yet, the network is away, or too much waits: whatever it is may be over by then. */
  #later(): void {
    const pauseMs = this.#pauseMs;
    this.#pauseMs = Math.min(2 * pauseMs, sendAgainMsMax);
    this.#takeBack = this.#parts.clock.after(pauseMs, () => this.#again());
  }

  #findOwed(): Acknowledgement[] {
    return [...this.#owedErasures(), ...this.#owedForgettings()];
  }

  *#owedErasures(): Generator<Acknowledgement> {
    const { state, chain, organisation } = this.#parts;
    for (const [erasure, row] of state.table(erasureTable).entries()) {
      if (row.decided !== true || !this.#owes(row)) continue;
      const statement = erasureStatement(chain, { erasure, organisation, subjects: row.subjects });
      yield { command: "registry.acknowledgeErasure", input: { erasure, statement } };
    }
  }

  *#owedForgettings(): Generator<Acknowledgement> {
    const { state, chain, organisation } = this.#parts;
    for (const [subject, row] of state.table(forgottenTable).entries()) {
      if (!this.#owes(row)) continue;
      const statement = forgettingStatement(chain, { subject, organisation });
      yield { command: "posts.acknowledgeForgetting", input: { subject, statement } };
    }
  }

  #owes({ owed, acknowledged }: Pick<ErasureRow, "owed" | "acknowledged">): boolean {
    const { organisation } = this.#parts;
    return owed.includes(organisation) && !acknowledged.includes(organisation);
  }
}
