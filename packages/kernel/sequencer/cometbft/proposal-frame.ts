import { proposalBytes } from "./proposal-bytes.ts";
import { uvarintBytes, writeUvarint } from "./uvarint.ts";

/**
 * Items of this size go out as they lie; smaller ones are copied together, as a call with thousands of parts is slower.
 */
const ownPartBytesMin = 4096;
/** Response.prepare_proposal = 17, length-delimited: 17 << 3 | 2 as a varint. */
const responseTag = [0x8a, 0x01] as const;
/** ResponsePrepareProposal.txs = 1, length-delimited. */
const itemTag = 0x0a;

/**
 * The framed answer to PrepareProposal, as parts for one writev: large items are not copied.
 * PERF: a block of 2 MiB; measured with 21 MB: 0.05 ms as parts, 30 ms through the encoder.
 */
export function proposalFrame(items: readonly Uint8Array[]): readonly Uint8Array[] {
  const bodyBytes = proposalBytes(items);
  const valueBytes = responseTag.length + uvarintBytes(bodyBytes) + bodyBytes;
  const parts: Uint8Array[] = [];
  // All that is copied stands in one buffer, of which parts are cut wherever a large item comes between.
  const copied = new Uint8Array(uvarintBytes(valueBytes) + valueBytes - largeBytes(items));
  let at = writeUvarint(copied, 0, valueBytes);
  copied.set(responseTag, at);
  at = writeUvarint(copied, at + responseTag.length, bodyBytes);
  let partStart = 0;
  for (const item of items) {
    copied[at++] = itemTag;
    at = writeUvarint(copied, at, item.length);
    if (item.length < ownPartBytesMin) {
      copied.set(item, at);
      at += item.length;
      continue;
    }
    parts.push(copied.subarray(partStart, at), item);
    partStart = at;
  }
  if (partStart < at) parts.push(copied.subarray(partStart, at));
  return parts;
}

function largeBytes(items: readonly Uint8Array[]): number {
  return items.reduce((sum, { length }) => (length < ownPartBytesMin ? sum : sum + length), 0);
}
