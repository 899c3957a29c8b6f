import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { u64 } from "@mingbai/codec/u64";

/** Heights at which the whole state is hashed, and how many heights later that root enters the app hash. */
export const stateRootEveryHeights = 1_024;
export const stateRootLagHeights = 64;

/** What all copies of a ledger must agree on after a block (PROTOCOL, "State, app hash, log"). */
export interface AppHashParts {
  readonly lastHeight: number;
  readonly logSize: number;
  readonly logRoot: Uint8Array;
  readonly effects: Uint8Array;
  readonly stateRoot: Uint8Array;
  readonly rosterHash: Uint8Array;
}

export function appHash(parts: AppHashParts): Uint8Array<ArrayBuffer> {
  return sha256(
    contextBytes.app,
    u64(parts.lastHeight),
    u64(parts.logSize),
    parts.logRoot,
    parts.effects,
    parts.stateRoot,
    parts.rosterHash,
  );
}
