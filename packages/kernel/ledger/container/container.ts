import { equalBytes, utf8, viewOf } from "@mingbai/codec/bytes";
import { contextBytes } from "@mingbai/codec/contexts";
import { sha256 } from "@mingbai/codec/sha256";
import { findU64, putU64 } from "@mingbai/codec/u64";
import { isZero, suiteSha256 } from "../transaction/header.ts";

/** What is ordered: 96 bytes that name a body. Layout in PROTOCOL and docs/spec/container.md. */
export interface ContainerHeader {
  readonly kind: ContainerKind;
  /** Member number of the node that made the container. */
  readonly origin: number;
  /** First eight bytes of the chain, little-endian, as hexadecimal would not fit here. */
  readonly chainTag: Uint8Array;
  readonly originSequence: number;
  readonly expiryHeight: number;
  readonly bodyBytes: number;
  readonly units: number;
  readonly bodyRoot: Uint8Array;
}

export const containerKinds = { payments: 0, gathered: 1, inline: 2 } as const;
export type ContainerKind = (typeof containerKinds)[keyof typeof containerKinds];

export const containerHeaderBytes = 96;
const magic = utf8("MBB1");
const at = {
  kind: 4,
  suite: 5,
  origin: 6,
  chainTag: 8,
  originSequence: 16,
  expiryHeight: 24,
  bodyBytes: 32,
  units: 36,
};
const zerosAt = 40;
const bodyRootAt = 64;

/** The 96 bytes of a container's header. Throws RangeError on a field that does not fit. */
export function encodeContainerHeader(header: ContainerHeader): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(containerHeaderBytes);
  const view = viewOf(bytes);
  bytes.set(magic);
  view.setUint8(at.kind, header.kind);
  view.setUint8(at.suite, suiteSha256);
  view.setUint16(at.origin, header.origin, true);
  bytes.set(header.chainTag, at.chainTag);
  putU64(bytes, at.originSequence, header.originSequence);
  putU64(bytes, at.expiryHeight, header.expiryHeight);
  view.setUint32(at.bodyBytes, header.bodyBytes, true);
  view.setUint32(at.units, header.units, true);
  bytes.set(header.bodyRoot, bodyRootAt);
  if (!isSpelledBy(bytes, header)) throw new RangeError("a container's field does not fit its place");
  return bytes;
}

const numberFields = ["kind", "origin", "originSequence", "expiryHeight", "bodyBytes", "units"] as const;

/** True where reading gives every field as it was meant: an integer too wide was cut, a short root was padded. */
function isSpelledBy(bytes: Uint8Array, header: ContainerHeader): boolean {
  const read = findContainerHeader(bytes);
  return (
    read !== undefined &&
    numberFields.every((name) => read[name] === header[name]) &&
    equalBytes(read.chainTag, header.chainTag) &&
    equalBytes(read.bodyRoot, header.bodyRoot)
  );
}

/** The header in 96 bytes, or undefined unless every byte is as the layout says. */
export function findContainerHeader(bytes: Uint8Array): ContainerHeader | undefined {
  if (bytes.length !== containerHeaderBytes || magic.some((byte, index) => bytes[index] !== byte)) return undefined;
  const view = viewOf(bytes);
  const kind = view.getUint8(at.kind);
  const originSequence = findU64(bytes, at.originSequence);
  const expiryHeight = findU64(bytes, at.expiryHeight);
  if (!isContainerKind(kind) || view.getUint8(at.suite) !== suiteSha256) return undefined;
  if (originSequence === undefined || expiryHeight === undefined) return undefined;
  if (!isZero(bytes.subarray(zerosAt, bodyRootAt))) return undefined;
  return {
    kind,
    origin: view.getUint16(at.origin, true),
    chainTag: bytes.slice(at.chainTag, at.originSequence),
    originSequence,
    expiryHeight,
    bodyBytes: view.getUint32(at.bodyBytes, true),
    units: view.getUint32(at.units, true),
    bodyRoot: bytes.slice(bodyRootAt),
  };
}

/** A container's name: SHA-256 of its header under the batch context. */
export function batchId(header: Uint8Array): Uint8Array<ArrayBuffer> {
  return sha256(contextBytes.batch, header);
}

function isContainerKind(kind: number): kind is ContainerKind {
  return kind === containerKinds.payments || kind === containerKinds.gathered || kind === containerKinds.inline;
}
