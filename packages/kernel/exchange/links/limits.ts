/** Bounds of links; tests and unusual networks set some of them otherwise. */
export interface LinkLimits {
  /** A frame that is longer ends the link: a body of 8 MiB and what stands in front of it. */
  readonly frameBytesMax: number;
  /** Frames up to here go by the urgent lane: acknowledgements, items with their certificates. */
  readonly urgentFrameBytesMax: number;
  /** What may wait for one peer on each lane; `send` answers false beyond it. */
  readonly urgentQueueBytesMax: number;
  readonly bulkQueueBytesMax: number;
  readonly pingEveryMs: number;
  /** So many pings without one byte from the peer end the link. Pings are counted, not time: a process that was stopped does not take its own sleep for the peer's silence. */
  readonly silentPingsMax: number;
  /** However long a peer is to be held, it is read again within this: its pings and its end are seen. */
  readonly holdMsMax: number;
  /** From the first packet to the answered hello of a lane. */
  readonly helloMsMax: number;
  readonly redialMsMin: number;
  readonly redialMsMax: number;
  /** How long a clean close waits for the peer before the socket is torn down. */
  readonly closeMsMax: number;
  readonly connectionsPerAddressMax: number;
  readonly connectionsMax: number;
}

export const linkLimits: LinkLimits = {
  frameBytesMax: 8 * 1_024 * 1_024 + 64 * 1_024,
  urgentFrameBytesMax: 16 * 1_024,
  urgentQueueBytesMax: 8 * 1_024 * 1_024,
  bulkQueueBytesMax: 64 * 1_024 * 1_024,
  pingEveryMs: 2_000,
  silentPingsMax: 5,
  holdMsMax: 1_000,
  helloMsMax: 5_000,
  redialMsMin: 100,
  redialMsMax: 5_000,
  closeMsMax: 1_000,
  connectionsPerAddressMax: 128,
  connectionsMax: 1_024,
};
