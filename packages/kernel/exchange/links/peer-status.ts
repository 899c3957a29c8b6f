import type { LinkFault } from "./link-fault.ts";

/** One peer, for pages and metrics. */
export interface PeerStatus {
  /** Index in the roster, or the number that was given to an observer. */
  readonly member: number;
  readonly publicKey: Uint8Array;
  /** Undefined while no link stands. */
  readonly connectedForMs: number | undefined;
  /** The epoch that the peer named in its last hello. */
  readonly epoch: number | undefined;
  /** Of the last answered ping on the urgent lane. */
  readonly roundTripMs: number | undefined;
  readonly queuedBytes: number;
  /** Since these links were opened, over all connections. */
  readonly inBytes: number;
  readonly outBytes: number;
  readonly lastFault: { readonly fault: LinkFault; readonly agoMs: number } | undefined;
}

/** All links of a node. */
export interface LinksStatus {
  readonly peers: readonly PeerStatus[];
  /** How often somebody was turned away who is no peer, or whose handshake came to nothing, by reason. */
  readonly refused: Readonly<Partial<Record<LinkFault, number>>>;
}
