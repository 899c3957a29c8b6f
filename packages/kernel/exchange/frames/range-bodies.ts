import { concat, viewOf } from "@mingbai/codec/bytes";
import { findU64, u32, u64 } from "@mingbai/codec/u64";
import {
  batchId,
  type ContainerHeader,
  containerHeaderBytes,
  findContainerHeader,
} from "@mingbai/ledger/container/container";
import { bodyBytesMax, frameBytesMax, frameTypes, signatureBytes, typeBytes } from "./frame-type.ts";
import type { BodyPlace } from "./range.ts";

/** A body with the place that the sender's ledger gave it. */
export interface OrderedBody {
  readonly height: number;
  readonly header: ContainerHeader;
  readonly headerBytes: Uint8Array;
  readonly batchId: Uint8Array;
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
}

/**
 * Answers a range: type | u32 number of the question | u64 height, u32 index of the next one to ask for, then for each
 * body u64 height | header 96 | origin's signature 64 | body, as long as its header says. Who has no more answers "absent".
 */
export interface RangeBodies {
  readonly request: number;
  readonly next: BodyPlace;
  readonly bodies: readonly OrderedBody[];
}

const nextHeightAt = typeBytes + 4;
const nextIndexAt = nextHeightAt + 8;
const bodiesAt = nextIndexAt + 4;
const headerAt = 8;
const signatureAt = headerAt + containerHeaderBytes;
/** What stands before each body. */
export const orderedHeadBytes = signatureAt + signatureBytes;

export function encodeRangeBodies(answer: {
  readonly request: number;
  readonly next: BodyPlace;
  readonly bodies: readonly Omit<OrderedBody, "header" | "batchId">[];
}): Uint8Array<ArrayBuffer> {
  const { request, next } = answer;
  const bodies = answer.bodies.flatMap(({ height, headerBytes, signature, body }) => [
    u64(height),
    headerBytes,
    signature,
    body,
  ]);
  return concat(Uint8Array.of(frameTypes.rangeBodies), u32(request), u64(next.height), u32(next.index), ...bodies);
}

/** The answer in a frame, as views into it; undefined unless it is filled exactly by whole bodies. */
export function findRangeBodies(frame: Uint8Array): RangeBodies | undefined {
  if (frame[0] !== frameTypes.rangeBodies || frame.length < bodiesAt || frame.length > frameBytesMax) return undefined;
  const height = findU64(frame, nextHeightAt);
  if (height === undefined) return undefined;
  const bodies: OrderedBody[] = [];
  for (let at = bodiesAt; at < frame.length; ) {
    const body = findOrderedBody(frame.subarray(at));
    if (body === undefined) return undefined;
    bodies.push(body);
    at += orderedHeadBytes + body.body.length;
  }
  const view = viewOf(frame);
  const next = { height, index: view.getUint32(nextIndexAt, true) };
  return { request: view.getUint32(typeBytes, true), next, bodies };
}

function findOrderedBody(bytes: Uint8Array): OrderedBody | undefined {
  if (bytes.length < orderedHeadBytes) return undefined;
  const height = findU64(bytes, 0);
  const headerBytes = bytes.subarray(headerAt, signatureAt);
  const header = findContainerHeader(headerBytes);
  if (height === undefined || header === undefined || header.bodyBytes > bodyBytesMax) return undefined;
  const end = orderedHeadBytes + header.bodyBytes;
  if (bytes.length < end) return undefined;
  const signature = bytes.subarray(signatureAt, orderedHeadBytes);
  return {
    height,
    header,
    headerBytes,
    batchId: batchId(headerBytes),
    signature,
    body: bytes.subarray(orderedHeadBytes, end),
  };
}
