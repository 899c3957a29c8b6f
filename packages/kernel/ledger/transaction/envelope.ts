import { equalBytes, viewOf } from "@mingbai/codec/bytes";
import {
  commandBodyBytesMax,
  commandBodyHash,
  findPaymentBody,
  lineBytes,
  linesMax,
  type PaymentBody,
  paymentBodyHash,
  paymentHeadBytes,
} from "./body.ts";
import { findHeader, headerBytes, isZero, type TransactionHeader, transactionId, transactionKinds } from "./header.ts";

/** A transaction as it travels: header, signature (padded so that the body starts on a multiple of 64), body. */
export interface Envelope {
  readonly header: TransactionHeader;
  /** The 224 bytes that were signed, as they came. */
  readonly headerBytes: Uint8Array;
  readonly id: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array;
  readonly body: Uint8Array;
  /** Length of the whole, so that the next one can follow. */
  readonly length: number;
}

export const signatureBytesMax = 1_024;
const alignment = 64;

export type EnvelopeFault =
  | "TRUNCATED"
  | "HEADER_MALFORMED"
  | "SIGNATURE_MALFORMED"
  | "BODY_MALFORMED"
  | "BODY_HASH_WRONG";

/** No body starts later than behind the longest signature. */
export const envelopeStartBytesMax = bodyOffset(signatureBytesMax);

/** No envelope is longer than one with the longest signature and a full batch of payments. */
export const envelopeBytesMax = envelopeStartBytesMax + paymentHeadBytes + linesMax * lineBytes;

/** Where the body starts for a signature of this length. */
export function bodyOffset(signatureLength: number): number {
  return Math.ceil((headerBytes + 2 + signatureLength) / alignment) * alignment;
}

/**
 * The bytes that travel. The header must already hold the body's hash and length. With `memory` they stand at its
 * beginning: one who signs batch after batch needs no new memory for each. Throws RangeError where it is too short.
 */
export function encodeEnvelope(
  parts: { header: Uint8Array; signature: Uint8Array; body: Uint8Array },
  memory?: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const start = bodyOffset(parts.signature.length);
  const length = start + parts.body.length;
  const bytes = memory === undefined ? new Uint8Array(length) : memory.subarray(0, length);
  bytes.set(parts.header);
  bytes.fill(0, parts.header.length, start);
  viewOf(bytes).setUint16(headerBytes, parts.signature.length, true);
  bytes.set(parts.signature, headerBytes + 2);
  bytes.set(parts.body, start);
  return bytes;
}

/** An envelope without its body. */
export interface EnvelopeStart extends Omit<Envelope, "body" | "length"> {
  /** Where the body starts. */
  readonly bodyAt: number;
}

/** Takes what stands before the body apart, without judging the signature. Views, no copies. */
export function readEnvelopeStart(bytes: Uint8Array): EnvelopeStart | EnvelopeFault {
  if (bytes.length < headerBytes + 2) return "TRUNCATED";
  const header = findHeader(bytes);
  if (header === undefined) return "HEADER_MALFORMED";
  const signatureLength = viewOf(bytes).getUint16(headerBytes, true);
  const bodyAt = bodyOffset(signatureLength);
  if (signatureLength === 0 || signatureLength > signatureBytesMax) return "SIGNATURE_MALFORMED";
  if (bytes.length < bodyAt) return "TRUNCATED";
  const signatureEnd = headerBytes + 2 + signatureLength;
  if (!isZero(bytes.subarray(signatureEnd, bodyAt))) return "SIGNATURE_MALFORMED";
  const signature = bytes.subarray(headerBytes + 2, signatureEnd);
  return { header, headerBytes: bytes.subarray(0, headerBytes), id: transactionId(bytes), signature, bodyAt };
}

/** Takes the envelope at the start of `bytes` apart, without judging signature or body hash. Views, no copies. */
export function readEnvelope(bytes: Uint8Array): Envelope | EnvelopeFault {
  const start = readEnvelopeStart(bytes);
  if (typeof start === "string") return start;
  const { header, headerBytes, id, signature, bodyAt } = start;
  const length = bodyAt + header.bodyBytes;
  if (bytes.length < length) return "TRUNCATED";
  return { header, headerBytes, id, signature, body: bytes.subarray(bodyAt, length), length };
}

/** The payments of an envelope of that kind, or undefined where the body is not what the header says. */
export function findPayments(envelope: Envelope): PaymentBody | undefined {
  if (envelope.header.kind !== transactionKinds.payments) return undefined;
  const body = findPaymentBody(envelope.body);
  return body?.count === envelope.header.units ? body : undefined;
}

/** Why the body is not the one that the header names; undefined where it is. `linesRoot` may be given when known. */
export function findBodyFault(envelope: Envelope, linesRoot?: Uint8Array<ArrayBuffer>): EnvelopeFault | undefined {
  const { header, body } = envelope;
  if (header.kind === transactionKinds.command) {
    if (header.units !== 1 || body.length > commandBodyBytesMax) return "BODY_MALFORMED";
    return equalBytes(commandBodyHash(body), header.bodyHash) ? undefined : "BODY_HASH_WRONG";
  }
  const payments = findPayments(envelope);
  if (payments === undefined) return "BODY_MALFORMED";
  const hash = linesRoot === undefined ? paymentBodyHash(payments) : paymentBodyHash(payments, linesRoot);
  return equalBytes(hash, header.bodyHash) ? undefined : "BODY_HASH_WRONG";
}
