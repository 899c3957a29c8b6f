import type { Answer, EarlyAnswer } from "./answer.ts";

/** Puts transactions in order and answers when they are final. `solo` in one process, `cometbft` among several. */
export interface Sequencer {
  /**
   * Takes the bytes of 1 to 64 envelopes, one after another; gives one answer each, in the same order.
   * The memory is the sequencer's until it has answered; what is not shared is gone then, as it travels between threads.
   * `sender`: number of the connection that they came by; connections take turns until it is known who signed.
   */
  submit(bytes: Uint8Array, sender?: number): Promise<readonly Answer[]>;
  /**
   * The same, but answers as soon as it can promise: with a promise where the transaction is stored here and on its way, finally
   * where that is the first that can be said. The memory of what is only promised stays the sequencer's.
   */
  receive(bytes: Uint8Array, sender?: number): Promise<readonly EarlyAnswer[]>;
  /** Takes nothing new, finishes what is on its way, closes the log. */
  close(): Promise<void>;
}

/** One that stands on a ledger and says how it fares. */
export interface LedgerSequencer extends Sequencer {
  readonly state: SequencerState;
}

/**
 * read-only: the disk is full, and clears by itself. waiting: a decided block names a body that is not here yet.
 * failed: the log broke, and the process must end.
 * handed-over: others order from here on, together with this organisation; this process only answers questions.
 */
export type SequencerState = "ok" | "read-only" | "waiting" | "handed-over" | "closing" | "failed";

/** How many envelopes one submission may hold. */
export const envelopesPerSubmissionMax = 64;
