import { concat } from "@mingbai/codec/bytes";
import { type CanonicalValue, canonicalBytes } from "@mingbai/codec/canonical-json";
import { linesRoot } from "@mingbai/codec/line-tree/lines-root";
import type { OrderedEnvelope } from "@mingbai/ledger/execute/block";
import {
  commandBodyHash,
  findPaymentBody,
  lineBytes,
  paymentBodyHash,
  paymentHeadBytes,
} from "@mingbai/ledger/transaction/body";
import { encodeEnvelope, readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { encodeHeader, type TransactionHeader, transactionKinds } from "@mingbai/ledger/transaction/header";
import { sampleChain, sampleKeyId, samplePublicKey, sampleTimeMs } from "./sample-ledger.ts";

const noHash = new Uint8Array(32);
const expiryAheadMs = 60_000;
const signatureBytes = 64;

/** A header of the sample ledger's member; what differs is given. */
export function sampleHeader(given: Partial<TransactionHeader> = {}): TransactionHeader {
  return {
    scheme: 1,
    lane: 0,
    kind: transactionKinds.command,
    bodyBytes: 0,
    units: 1,
    keyId: sampleKeyId,
    sequence: 1,
    expiryMs: sampleTimeMs + expiryAheadMs,
    chain: sampleChain,
    publicKey: samplePublicKey,
    after: noHash,
    command: "sample.writeNote",
    bodyHash: noHash,
    ...given,
  };
}

/** The bytes of an envelope whose header names its body. The signature is no key's: nothing here judges it. */
export function sampleEnvelopeBytes(body: Uint8Array, given: Partial<TransactionHeader> = {}): Uint8Array<ArrayBuffer> {
  const payments = given.kind === transactionKinds.payments ? findPaymentBody(body) : undefined;
  const named =
    payments === undefined
      ? { bodyHash: commandBodyHash(body) }
      : { units: payments.count, bodyHash: paymentBodyHash(payments) };
  const header = encodeHeader(sampleHeader({ bodyBytes: body.length, ...named, ...given }));
  return encodeEnvelope({ header, signature: new Uint8Array(signatureBytes).fill(9), body });
}

/** An ordered command with this input, or with exactly these bytes for a body. */
export function sampleCommand(
  input: CanonicalValue | Uint8Array,
  given: Partial<TransactionHeader> = {},
): OrderedEnvelope {
  const body = input instanceof Uint8Array ? input : canonicalBytes(input);
  return { ...read(sampleEnvelopeBytes(body, given)), linesRoot: noHash };
}

/** A payments body of the sample handler: a line for each amount, refused where `refused` names it. */
export function samplePaymentBody(
  amounts: readonly number[],
  { refused = [], head = new Uint8Array(paymentHeadBytes) }: { refused?: readonly number[]; head?: Uint8Array } = {},
): Uint8Array<ArrayBuffer> {
  const lines = amounts.map((amount, line) => {
    const bytes = new Uint8Array(lineBytes);
    bytes[0] = refused.includes(line) ? 1 : 0;
    new DataView(bytes.buffer).setUint32(8, amount, true);
    return bytes;
  });
  return concat(head, ...lines);
}

/** An ordered batch. */
export function samplePayments(body: Uint8Array, given: Partial<TransactionHeader> = {}): OrderedEnvelope {
  const payments = { kind: transactionKinds.payments, command: "sample.pay" };
  const envelope = read(sampleEnvelopeBytes(body, { ...payments, ...given }));
  return { ...envelope, linesRoot: linesRoot(body.subarray(paymentHeadBytes)) };
}

function read(bytes: Uint8Array) {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string") throw new Error(`the sample envelope is ${envelope}`);
  return envelope;
}
