import { concat } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { u32 } from "@mingbai/codec/u64";

/** What a stored ack promises: which container, on which ledger, among the members of which epoch. */
export interface StoredStatement {
  /** The ledger, 32 bytes. */
  readonly chain: Uint8Array;
  readonly epoch: number;
  readonly batchId: Uint8Array;
}

/** The bytes that a member's ack key signs once it holds a container durably (PROTOCOL, "Batches and order"). */
export function storedMessage({ chain, epoch, batchId }: StoredStatement): Uint8Array<ArrayBuffer> {
  return concat(contextBytes.stored, sha256(chain), u32(epoch), batchId);
}
