import { concat, utf8, viewOf } from "@mingbai/codec/bytes";
import { u32 } from "@mingbai/codec/u64";
import type { BlockRecord } from "../chain/block-record.ts";
import { decodeMarks, encodeMarks, marksSection, type SnapshotMarks, storePrefix } from "../chain/chain-snapshot.ts";
import type { Snapshot } from "../snapshots/snapshot-store.ts";
import { encodeOrderedBlock, type OrderedBlock, type ReadBody, readOrderedBlock } from "./ordered-block.ts";
import type { Pulled } from "./pull-reader.ts";

/** Behind the last chunk of a store, where the length of one would stand. */
const storeEnd = 0xffff_ffff;
const lengthBytes = 4;
const nameBytesMax = 256;
const marksBytesMax = 64 * 1024;
const stateChunkBytesMax = 512 * 1024 * 1024;

/** State at a height, and the blocks after it up to the one whose app hash says what that state's root is. */
export interface PortableParts {
  readonly snapshot: Snapshot;
  readonly blocks: readonly BlockRecord[];
  readonly readBody: ReadBody;
}

/**
 * u32 length, marks as JSON | for each store: u32 length, name, chunks each behind its u32 length, u32 of ones | u32 zero | u32
 * count, blocks. The same bytes on every member: the number of a member's next container is left out.
 */
export async function* portableStream({ snapshot, blocks, readBody }: PortableParts): AsyncGenerator<Uint8Array> {
  yield* stateOf(snapshot);
  yield u32(blocks.length);
  for (const block of blocks) yield* encodeOrderedBlock(block, readBody);
}

async function* stateOf(snapshot: Snapshot): AsyncGenerator<Uint8Array> {
  const stores = snapshot.sections.filter((name) => name.startsWith(storePrefix));
  let begun = 0;
  let marks = new Uint8Array();
  const beginUpTo = function* (section: string): Generator<Uint8Array> {
    if (begun === 0) yield framed(portableMarks(marks));
    while (begun < stores.length && stores[begun - 1] !== section) {
      if (begun > 0) yield u32(storeEnd);
      yield framed(utf8((stores[begun++] ?? "").slice(storePrefix.length)));
    }
  };
  for await (const { section, bytes } of snapshot.chunks()) {
    if (section === marksSection) marks = concat(marks, bytes);
    if (!section.startsWith(storePrefix)) continue;
    yield* beginUpTo(section);
    yield bytes;
  }
  // Stores behind the last one that holds anything.
  yield* beginUpTo("");
  yield concat(stores.length > 0 ? u32(storeEnd) : new Uint8Array(), u32(0));
}

function portableMarks(bytes: Uint8Array): Uint8Array {
  return encodeMarks({ ...decodeMarks(bytes), originSequence: 0 });
}

function framed(bytes: Uint8Array): Uint8Array {
  return concat(u32(bytes.length), bytes);
}

/** What a stream holds, in this order: the state once, then blocks. */
export interface PortableListener {
  state(state: PortableState): void;
  block(block: OrderedBlock): void;
}

export interface PortableState {
  readonly marks: SnapshotMarks;
  readonly stores: readonly { readonly name: string; readonly chunks: readonly Uint8Array[] }[];
}

/** Reads a stream. Throws SyntaxError on what is none. */
export function* readPortable(listener: PortableListener): Pulled<void> {
  const marks = decodeMarks(yield yield* length(marksBytesMax));
  const stores: PortableState["stores"][number][] = [];
  for (let bytes = yield* length(nameBytesMax); bytes > 0; bytes = yield* length(nameBytesMax)) {
    const name = new TextDecoder().decode(yield bytes);
    stores.push({ name, chunks: yield* readChunks() });
  }
  listener.state({ marks, stores });
  for (let left = u32At(yield lengthBytes); left > 0; left--) listener.block(yield* readOrderedBlock());
}

function* readChunks(): Pulled<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for (let bytes = u32At(yield lengthBytes); bytes !== storeEnd; bytes = u32At(yield lengthBytes)) {
    if (bytes > stateChunkBytesMax) throw new SyntaxError("a chunk of state is longer than any");
    chunks.push(yield bytes);
  }
  return chunks;
}

function* length(bytesMax: number): Pulled<number> {
  const bytes = u32At(yield lengthBytes);
  if (bytes > bytesMax) throw new SyntaxError("a part of a snapshot is longer than any");
  return bytes;
}

function u32At(bytes: Uint8Array): number {
  return viewOf(bytes).getUint32(0, true);
}
