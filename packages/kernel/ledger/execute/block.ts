import type { ContainerHeader } from "../container/container.ts";
import type { Moment } from "../definition/event.ts";
import type { Envelope } from "../transaction/envelope.ts";

/** A container in its place in the order, with its body at hand and taken apart. */
export interface OrderedContainer {
  readonly header: ContainerHeader;
  readonly batchId: Uint8Array;
  readonly envelopes: readonly OrderedEnvelope[];
}

/** An envelope, and the root over its lines where it carries payments: known from the check before storing. */
export interface OrderedEnvelope extends Envelope {
  readonly linesRoot: Uint8Array;
}

/** What execution is given: a moment and containers in order. */
export interface Block extends Moment {
  readonly containers: readonly OrderedContainer[];
}
