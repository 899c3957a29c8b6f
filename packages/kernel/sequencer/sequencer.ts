import type { Answer } from "./answer.ts";

/** Puts transactions in order and answers when they are final. `solo` in one process, `cometbft` among several. */
export interface Sequencer {
  /**
   * Takes the bytes of 1 to 64 envelopes, one after another; gives one answer each, in the same order.
   * The memory is the sequencer's until it has answered; what is not shared is gone then, as it travels between threads.
   * `sender`: number of the connection that they came by; connections take turns until it is known who signed.
   */
  submit(bytes: Uint8Array, sender?: number): Promise<readonly Answer[]>;
  /** Takes nothing new, finishes what is on its way, closes the log. */
  close(): Promise<void>;
}

/** How many envelopes one submission may hold. */
export const envelopesPerSubmissionMax = 64;
