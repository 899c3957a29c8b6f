import { equalBytes } from "@mingbai/codec/bytes";
import { findU64, u64 } from "@mingbai/codec/u64";
import { type ContainerHeader, containerHeaderBytes, findContainerHeader } from "@mingbai/ledger/container/container";

export const signatureBytes = 64;
/** Header and origin signature, behind whatever a record of the body log holds. */
export const bodyRecordEndBytes = containerHeaderBytes + signatureBytes;
const numberBytes = 8;
/** A record of this length names the record that holds the body: no envelope, so no body, is as short as a number. */
export const sharedRecordBytes = numberBytes + bodyRecordEndBytes;

/** A container as it is kept: its body, and whose it is. */
export interface StoredBody {
  /** 96 bytes. */
  readonly headerBytes: Uint8Array;
  /** The origin's signature over the batch id, 64 bytes. */
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
  /** Roots of groups of lines, so that a line's proof needs no hashing of the whole batch; no bytes where there are none. */
  readonly groupRoots: Uint8Array;
}

/** What stands at the end of each record: whose container this is, and the record that holds the body if not this one. */
export interface BodyRecordEnd {
  readonly header: ContainerHeader;
  readonly headerBytes: Uint8Array;
  readonly signature: Uint8Array;
  readonly sharedNumber: number | undefined;
}

/** The parts of a record, to be written one after another: body, group roots, header, origin signature. */
export function encodeBodyRecord({ body, groupRoots, headerBytes, signature }: StoredBody): Uint8Array[] {
  return [body, groupRoots, headerBytes, signature];
}

/** The parts of the record of a container whose body another record holds: its number (u64), header, origin signature. */
export function encodeSharedRecord(
  { headerBytes, signature }: Pick<StoredBody, "headerBytes" | "signature">,
  bodyNumber: number,
): Uint8Array[] {
  return [u64(bodyNumber), headerBytes, signature];
}

/**
 * What the last bytes of a record say, `length` being that of the whole record and `end` its last `sharedRecordBytes`, or
 * all where it has fewer. Undefined where they are the end of no record that a body store wrote.
 */
export function findBodyRecordEnd(end: Uint8Array, length: number): BodyRecordEnd | undefined {
  const headerAt = end.length - bodyRecordEndBytes;
  if (headerAt < 0) return undefined;
  const signatureAt = headerAt + containerHeaderBytes;
  const headerBytes = end.slice(headerAt, signatureAt);
  const header = findContainerHeader(headerBytes);
  const sharedNumber = length === sharedRecordBytes ? findU64(end, 0) : undefined;
  if (header === undefined || (sharedNumber === undefined && header.bodyBytes > length - bodyRecordEndBytes))
    return undefined;
  return { header, headerBytes, signature: end.slice(signatureAt), sharedNumber };
}

/** A container as it was stored, as views into a record that holds its body. Throws SyntaxError where it is none. */
export function decodeBodyRecord(record: Uint8Array): StoredBody {
  const end = findBodyRecordEnd(record.subarray(-sharedRecordBytes), record.length);
  if (end === undefined || end.sharedNumber !== undefined) {
    throw new SyntaxError("a record of the body log holds no body with its header");
  }
  const { bodyBytes } = end.header;
  return {
    headerBytes: end.headerBytes,
    signature: end.signature,
    body: record.subarray(0, bodyBytes),
    groupRoots: record.subarray(bodyBytes, record.length - bodyRecordEndBytes),
  };
}

/** As `decodeBodyRecord`, of the body that a container's header names. Two containers may name one stored body. */
export function decodeNamedBody(record: Uint8Array, header: ContainerHeader): StoredBody {
  const stored = decodeBodyRecord(record);
  const own = findContainerHeader(stored.headerBytes);
  if (own === undefined || own.bodyBytes !== header.bodyBytes || !equalBytes(own.bodyRoot, header.bodyRoot)) {
    throw new SyntaxError("a record of the body log holds another body than the one that a container names");
  }
  return stored;
}
