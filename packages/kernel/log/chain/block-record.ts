import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { concat, utf8, viewOf } from "@mingbai/codec/bytes";
import type { Event } from "@mingbai/ledger/definition/event";
import type { DoubleVote } from "@mingbai/ledger/execute/block";
import type { Refusal } from "@mingbai/ledger/refusal";

/** One container of a block, and where its body lies on this disk. */
export interface RecordedContainer {
  /** 96 bytes. */
  readonly header: Uint8Array;
  /** The origin's signature over the batch id, 64 bytes. */
  readonly signature: Uint8Array;
  /** Record number in the body log, or undefined where the body stands in the block record itself. */
  readonly bodyNumber: number | undefined;
  readonly inlineBody: Uint8Array | undefined;
}

/** What execution made of one transaction: what a projection and a receipt read without executing again. */
export interface RecordedOutcome {
  /** 224 bytes. */
  readonly leaf: Uint8Array;
  readonly events: readonly Event[];
  readonly refusal?: Refusal;
  /** Lines that were refused, as [line, code]. */
  readonly refusedLines?: readonly (readonly [number, number])[];
  /** Container and envelope within it; absent for what is no transaction. */
  readonly place?: readonly [number, number];
}

/** A block as it stands in the block log: order, outcomes, and the hashes after it. */
export interface BlockRecord {
  readonly height: number;
  readonly timeMs: number;
  readonly appHash: Uint8Array;
  readonly logSize: number;
  readonly logRoot: Uint8Array;
  readonly effects: Uint8Array;
  readonly stateRoot: Uint8Array;
  /** Root of the whole state after this block, where it was hashed: what a snapshot of it must have. */
  readonly sealedRoot?: Uint8Array;
  /** The first record of this disk's body log that may still be unordered after this block. */
  readonly unorderedFrom: number;
  /** Records of the body log below this number were there: those that it refers to, and those of all blocks before. */
  readonly bodiesBelow: number;
  readonly containers: readonly RecordedContainer[];
  /** What the engine of consensus proved with this block; absent where nothing. */
  readonly doubleVotes?: readonly DoubleVote[];
  readonly outcomes: readonly RecordedOutcome[];
}

const lengthBytes = 4;

/** The record's parts, ready to be written one after another: length of the JSON, the JSON, the inline bodies. */
export function encodeBlockRecord(record: BlockRecord): Uint8Array[] {
  const json = utf8(
    JSON.stringify({
      ...record,
      appHash: toBase64(record.appHash),
      logRoot: toBase64(record.logRoot),
      effects: toBase64(record.effects),
      stateRoot: toBase64(record.stateRoot),
      sealedRoot: record.sealedRoot && toBase64(record.sealedRoot),
      containers: record.containers.map(({ header, signature, bodyNumber, inlineBody }) => ({
        header: toBase64(header),
        signature: toBase64(signature),
        bodyNumber,
        inlineBytes: inlineBody?.length,
      })),
      outcomes: record.outcomes.map((outcome) => ({ ...outcome, leaf: toBase64(outcome.leaf) })),
    }),
  );
  const length = new Uint8Array(lengthBytes);
  viewOf(length).setUint32(0, json.length, true);
  const bodies = record.containers.flatMap(({ inlineBody }) => (inlineBody ? [inlineBody] : []));
  return [concat(length, json), ...bodies];
}

/** The block that these bytes record. The log's checksums were checked before; what is still wrong throws SyntaxError. */
export function decodeBlockRecord(bytes: Uint8Array): BlockRecord {
  const jsonEnd = lengthBytes + viewOf(bytes).getUint32(0, true);
  const { sealedRoot, ...raw } = JSON.parse(
    new TextDecoder().decode(bytes.subarray(lengthBytes, jsonEnd)),
  ) as StoredRecord;
  let at = jsonEnd;
  const inlineOf = (inlineBytes: number | undefined): Uint8Array | undefined => {
    if (inlineBytes === undefined) return undefined;
    at += inlineBytes;
    return bytes.slice(at - inlineBytes, at);
  };
  return {
    ...raw,
    appHash: fromStored(raw.appHash),
    logRoot: fromStored(raw.logRoot),
    effects: fromStored(raw.effects),
    stateRoot: fromStored(raw.stateRoot),
    ...(sealedRoot !== undefined && { sealedRoot: fromStored(sealedRoot) }),
    containers: raw.containers.map(({ header, signature, bodyNumber, inlineBytes }) => ({
      header: fromStored(header),
      signature: fromStored(signature),
      bodyNumber,
      inlineBody: inlineOf(inlineBytes),
    })),
    outcomes: raw.outcomes.map((outcome) => ({ ...outcome, leaf: fromStored(outcome.leaf) })),
  };
}

type Stored<T, Bytes extends keyof T> = Omit<T, Bytes> & { readonly [Name in Bytes]: string };

interface StoredRecord
  extends Stored<
    Omit<BlockRecord, "containers" | "outcomes" | "sealedRoot">,
    "appHash" | "logRoot" | "effects" | "stateRoot"
  > {
  readonly sealedRoot?: string;
  readonly containers: readonly {
    header: string;
    signature: string;
    bodyNumber: number | undefined;
    inlineBytes?: number;
  }[];
  readonly outcomes: readonly Stored<RecordedOutcome, "leaf">[];
}

function fromStored(text: string): Uint8Array {
  const bytes = findBase64(text);
  if (bytes === undefined) throw new SyntaxError("a block record holds text that is no base64");
  return bytes;
}
