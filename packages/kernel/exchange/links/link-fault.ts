/**
 * Why the side that was dialled does not take a connection. It says so in its hello, as the place in this list plus one,
 * so that the operator of the refused node reads the reason at home. The order is part of the wire format.
 */
export const refusals = [
  /** The dialler showed no certificate, or one whose key is not Ed25519. */
  "KEY_NOT_SHOWN",
  /** The key is of no member and of no allowed observer. */
  "KEY_NOT_PINNED",
  "HELLO_MALFORMED",
  "WRONG_VERSION",
  "WRONG_CHAIN",
  /** Of two members the one with the lower key dials, and this one has the higher. */
  "NOT_YOURS_TO_DIAL",
  /** A bulk lane without the urgent lane of the same link before it. */
  "LANE_ALONE",
] as const;

export type Refusal = (typeof refusals)[number];

/** Why a link is not there, or went. */
export type LinkFault =
  | Refusal
  /** The address took no TCP connection. */
  | "CONNECT_FAILED"
  /** TLS 1.3 was not agreed on, or the key behind the certificate was not proved. */
  | "TLS_FAILED"
  /** Whoever answered at the member's address showed another key than the one pinned for it. */
  | "PEER_KEY_DIFFERS"
  /** Handshake, hello or second lane did not come in time. */
  | "HELLO_LATE"
  | "FRAME_TOO_LONG"
  /** An empty frame, or a control word that is none. */
  | "FRAME_MALFORMED"
  | "PEER_SILENT"
  | "PEER_CLOSED"
  | "CONNECTION_LOST"
  /** The same member came again: the older link is taken to be dead. */
  | "REPLACED"
  | "MEMBER_REMOVED"
  | "CLOSED_HERE"
  /** More connections from one address, or in all, than are kept. */
  | "TOO_MANY_CONNECTIONS"
  /** The system could not take a connection that was offered. */
  | "ACCEPT_FAILED";

/** What is told for logs: never a frame's content, and no name but the member's number. */
export interface FaultNote {
  /** Absent where whoever knocked is no peer. */
  readonly member?: number;
  readonly fault: LinkFault;
}
