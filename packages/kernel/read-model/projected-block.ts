import type { Event } from "@mingbai/ledger/definition/event";
import type { Leaf } from "@mingbai/ledger/execute/leaf";
import type { Refusal } from "@mingbai/ledger/refusal";
import type { Envelope } from "@mingbai/ledger/transaction/envelope";

/** One executed transaction (or deadline, or container that counts for nothing) as a projection reads it: durable, with everything that execution said. */
export interface ProjectedTransaction {
  readonly logIndex: number;
  readonly leaf: Leaf;
  readonly leafBytes: Uint8Array;
  readonly events: readonly Event[];
  readonly refusal: Refusal | undefined;
  /** Lines of an accepted batch that were refused, as [line, code]. */
  readonly refusedLines: readonly (readonly [number, number])[];
  /** Undefined for what is no transaction. */
  readonly envelope: Envelope | undefined;
}

/** A durable block as projections read it. */
export interface ProjectedBlock {
  /** Its record's number in the block log, from 0 without gaps. */
  readonly number: number;
  readonly height: number;
  readonly timeMs: number;
  readonly appHash: Uint8Array;
  readonly logSize: number;
  readonly logRoot: Uint8Array;
  readonly effects: Uint8Array;
  readonly bodyBytes: number;
  readonly transactions: readonly ProjectedTransaction[];
}
