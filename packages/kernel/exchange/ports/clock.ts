/** Time as the exchange sees it: the machine's own in a node, a simulated one in tests. */
export interface Clock {
  /** Milliseconds from a beginning of the clock's own; never less than before. */
  now(): number;
  /** Calls `then` once, `delayMs` from now. Returns what takes that back. */
  after(delayMs: number, then: () => void): () => void;
}
