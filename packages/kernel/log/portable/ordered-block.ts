import { concat, viewOf } from "@mingbai/codec/bytes";
import { findU64, u32, u64 } from "@mingbai/codec/u64";
import { containerHeaderBytes, findContainerHeader } from "@mingbai/ledger/container/container";
import { originSignatureBytes } from "@mingbai/ledger/container/origin-signature";
import type { BlockRecord, RecordedContainer } from "../chain/block-record.ts";
import type { Pulled } from "./pull-reader.ts";

/** A container as its origin gave it, with the body that its header names. */
export interface CarriedContainer {
  /** 96 bytes. */
  readonly headerBytes: Uint8Array;
  /** The origin's, over the batch id; 64 bytes. */
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
}

/** What was ordered at a height, and when: all that execution needs, and nothing that it gives. */
export interface OrderedBlock {
  readonly height: number;
  readonly timeMs: number;
  readonly containers: readonly CarriedContainer[];
}

/** More than a block of the network or of a single keeper holds; what claims more is not read. */
export const carriedContainersMax = 65_536;
export const carriedBodyBytesMax = 64 * 1024 * 1024;
const blockHeadBytes = 20;

/** Where bodies are: `LedgerChain.readBody`. */
export type ReadBody = (container: RecordedContainer) => Promise<Uint8Array>;

/** A part of a block's bytes, read when it is wanted. */
export interface OrderedPiece {
  readonly bytes: number;
  read(): Promise<Uint8Array>;
}

/** u64 height | u64 time | u32 count | for each container: header | signature | body, or zeros for one given up. A piece for the head and each container. */
export function orderedPieces({ height, timeMs, containers }: BlockRecord, readBody: ReadBody): OrderedPiece[] {
  const head = concat(u64(height), u64(timeMs), u32(containers.length));
  return [
    { bytes: head.length, read: async () => head },
    ...containers.map((container) => {
      const { header, signature } = container;
      const bodyBytes = bodyBytesOf(header);
      return {
        bytes: header.length + signature.length + bodyBytes,
        read: async () => concat(header, signature, carriedBody(await readBody(container), bodyBytes)),
      };
    }),
  ];
}

/** Where a container's body begins in the bytes of its block. */
export function bodyOffset({ containers }: BlockRecord, at: number): number {
  const before = containers.slice(0, at).reduce((bytes, { header }) => bytes + bodyBytesOf(header), 0);
  return blockHeadBytes + (at + 1) * (containerHeaderBytes + originSignatureBytes) + before;
}

/** The bytes of a block, as `orderedPieces` says. */
export async function* encodeOrderedBlock(record: BlockRecord, readBody: ReadBody): AsyncGenerator<Uint8Array> {
  for (const piece of orderedPieces(record, readBody)) yield piece.read();
}

/** A recorded block with its bodies, as if it had come from elsewhere. */
export async function carriedBlock(
  { height, timeMs, containers }: BlockRecord,
  readBody: ReadBody,
): Promise<OrderedBlock> {
  const carried = containers.map(async (container) => ({
    headerBytes: container.header,
    signature: container.signature,
    body: carriedBody(await readBody(container), bodyBytesOf(container.header)),
  }));
  return { height, timeMs, containers: await Promise.all(carried) };
}

/** Reads one. Throws SyntaxError on what is none. */
export function* readOrderedBlock(): Pulled<OrderedBlock> {
  const head = yield blockHeadBytes;
  const [height, timeMs] = [findU64(head, 0), findU64(head, 8)];
  const count = viewOf(head).getUint32(16, true);
  if (height === undefined || timeMs === undefined || count > carriedContainersMax) throw new SyntaxError("no block");
  const containers: CarriedContainer[] = [];
  for (let left = count; left > 0; left--) {
    const [headerBytes, signature] = [yield containerHeaderBytes, yield originSignatureBytes];
    containers.push({ headerBytes, signature, body: yield bodyBytesOf(headerBytes) });
  }
  return { height, timeMs, containers };
}

/** A body without what is stored behind it; of one that was given up nothing is stored, and zeros go in its place. */
function carriedBody(stored: Uint8Array, bodyBytes: number): Uint8Array {
  return stored.length === 0 ? new Uint8Array(bodyBytes) : stored.subarray(0, bodyBytes);
}

function bodyBytesOf(headerBytes: Uint8Array): number {
  const bytes = findContainerHeader(headerBytes)?.bodyBytes;
  if (bytes === undefined || bytes > carriedBodyBytesMax) throw new SyntaxError("no header of a container");
  return bytes;
}
