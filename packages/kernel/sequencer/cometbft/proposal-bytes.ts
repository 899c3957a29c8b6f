import { uvarintBytes } from "./uvarint.ts";

/** What one item takes of PrepareProposal's `max_tx_bytes`: itself, one byte of tag, and its length as a varint. */
export function proposalItemBytes(itemBytes: number): number {
  return 1 + uvarintBytes(itemBytes) + itemBytes;
}

/**
 * What items take of `max_tx_bytes`: Σ (1 + varint(length) + length), the protobuf size of `repeated bytes txs = 1`
 * (CometBFT v0.40.0, types/tx.go, ComputeProtoSizeForTxs). A proposal above the limit makes the proposer fail.
 */
export function proposalBytes(items: readonly Uint8Array[]): number {
  return items.reduce((sum, item) => sum + proposalItemBytes(item.length), 0);
}
