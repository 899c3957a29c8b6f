import type { ContainerHeader } from "../container/container.ts";
import type { Moment } from "../definition/event.ts";
import type { Envelope } from "../transaction/envelope.ts";

/** A container in its place in the order. */
export type OrderedContainer = SoundContainer | VoidContainer;

/** With its body at hand and taken apart; every envelope passed the check without state. */
export interface SoundContainer {
  readonly header: ContainerHeader;
  readonly batchId: Uint8Array;
  readonly envelopes: readonly OrderedEnvelope[];
}

/** It counts for nothing. faulty: its body is the one named, and does not pass (`isVoidFault`). lost: its body was given up. */
export interface VoidContainer {
  readonly header: ContainerHeader;
  readonly batchId: Uint8Array;
  readonly void: "faulty" | "lost";
}

/** An envelope, and the root over its lines where it carries payments: known from the check before storing. */
export interface OrderedEnvelope extends Envelope {
  readonly linesRoot: Uint8Array;
}

/** A member's consensus key voted for two blocks at one height: the engine checked the proof, and gives it once. */
export interface DoubleVote {
  readonly organisation: string;
  /** The height that it voted at. */
  readonly height: number;
}

/** What execution is given: a moment and containers in order. */
export interface Block extends Moment {
  readonly containers: readonly OrderedContainer[];
  readonly doubleVotes?: readonly DoubleVote[];
}
