import { canonicalBytes } from "@mingbai/codec/canonical-json";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";

/** A member organisation's keys in one epoch. Public keys are hexadecimal, Ed25519. */
export interface RosterMember {
  readonly organisation: string;
  /** Signs containers and says "stored". */
  readonly ackKey: string;
  /** Signs checkpoints. */
  readonly logKey: string;
  readonly power: number;
}

/** Who keeps the ledger, by epoch; from block 1 on, of a ledger of one too. */
export interface Roster {
  readonly epoch: number;
  readonly members: readonly RosterMember[];
}

/** What leaves and the app hash name a roster by. 32 bytes. */
export function rosterHash({ epoch, members }: Roster): Uint8Array<ArrayBuffer> {
  return sha256(contextBytes.roster, canonicalBytes({ epoch, members: members.map((member) => ({ ...member })) }));
}
