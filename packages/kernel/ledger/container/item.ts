import { concat, equalBytes } from "@mingbai/codec/bytes";
import { type Certificate, encodeCertificate, findCertificate } from "../availability/certificate.ts";
import { bodyRoot } from "./body.ts";
import {
  batchId,
  type ContainerHeader,
  containerHeaderBytes,
  containerKinds,
  findContainerHeader,
} from "./container.ts";
import { originSignatureBytes } from "./origin-signature.ts";

/** What a block carries of one container: its name with a promise that the body is there, or the body itself. */
export interface Item {
  readonly header: ContainerHeader;
  /** The 96 bytes as they came. */
  readonly headerBytes: Uint8Array;
  readonly batchId: Uint8Array;
  /** 64 bytes, over the batch id. */
  readonly originSignature: Uint8Array;
  /** Of every kind but inline. */
  readonly certificate?: Certificate;
  /** Of the inline kind. Its length and digest are the header's. */
  readonly inlineBody?: Uint8Array;
}

const behindAt = containerHeaderBytes + originSignatureBytes;

/** Header, origin's signature, then the body of an inline container or the certificate of any other. */
export function encodeItem(
  parts: { readonly headerBytes: Uint8Array; readonly originSignature: Uint8Array } & (
    | { readonly certificate: Certificate }
    | { readonly inlineBody: Uint8Array }
  ),
): Uint8Array<ArrayBuffer> {
  const behind = "inlineBody" in parts ? parts.inlineBody : encodeCertificate(parts.certificate);
  const bytes = concat(parts.headerBytes, parts.originSignature, behind);
  if (findItem(bytes) === undefined) throw new RangeError("not the parts of an item");
  return bytes;
}

/**
 * The item that fills these bytes exactly, or undefined. Views, no copies; no signature is judged. An inline body is
 * compared with its header here: a block that orders other bytes would make everybody wait for ever.
 */
export function findItem(bytes: Uint8Array): Item | undefined {
  const headerBytes = bytes.subarray(0, containerHeaderBytes);
  const header = findContainerHeader(headerBytes);
  if (header === undefined || bytes.length <= behindAt) return undefined;
  const originSignature = bytes.subarray(containerHeaderBytes, behindAt);
  const behind = bytes.subarray(behindAt);
  const start = { header, headerBytes, batchId: batchId(headerBytes), originSignature };
  if (header.kind === containerKinds.inline) {
    return isBodyOf(header, behind) ? { ...start, inlineBody: behind } : undefined;
  }
  const certificate = findCertificate(behind);
  return certificate && { ...start, certificate };
}

function isBodyOf(header: ContainerHeader, body: Uint8Array): boolean {
  return body.length === header.bodyBytes && equalBytes(bodyRoot(header.kind, body, []), header.bodyRoot);
}
