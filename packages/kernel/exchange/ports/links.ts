/**
 * What the exchange sees of the other members: whole frames by member number (the index in the roster in force), nothing of
 * addresses, sockets or keys. Delivery is neither promised nor repeated; whoever needs certainty sends again.
 */
export interface Links {
  /** Queues a frame for `member`; the bytes must not change afterwards. False: the peer is absent or its queue is full. */
  send(member: number, frame: Uint8Array): boolean;
  /** Names the one listener for frames that arrive. The frame belongs to the listener and stays as it is. */
  onFrame(listener: (member: number, frame: Uint8Array) => void): void;
  /** Reads nothing of `member` for so long: what it sends waits with it. Links that read nothing from a wire have no such thing. */
  hold?(member: number, ms: number): void;
  /** Names the one listener for peers that come (after the hello of both sides) and go; of those that are there it hears at once. */
  onPeer(listener: (member: number, isThere: boolean) => void): void;
}
