import { findBase64, toBase64 } from "@mingbai/codec/base64";
import { equalBytes } from "@mingbai/codec/bytes";
import { findJson } from "@mingbai/codec/find-json";
import { toHex } from "@mingbai/codec/hex";
import { findPromise as findPromiseBytes, type SignedPromise } from "@mingbai/ledger/availability/promise";
import { readEnvelope } from "@mingbai/ledger/transaction/envelope";
import { findHeader, type TransactionHeader, transactionId } from "@mingbai/ledger/transaction/header";
import { z } from "zod";

const format = "mingbai/promise/1";
const Base64 = z.base64();

/** A node's word that a transaction stands in the log by a height, as its sender keeps it (docs/spec/availability.md). */
export const NodePromise = z.strictObject({
  format: z.literal(format),
  /** The 224 signed bytes of the transaction. */
  header: Base64,
  /** What the node signed, and its signature: 110 bytes. */
  promise: Base64,
});
export type NodePromise = z.infer<typeof NodePromise>;

/** Hears of each promise that a node gives before anything is final. */
export type OnPromise = (promise: NodePromise) => void;

export const promiseCharsMax = 4_096;

const Received = z.object({ status: z.literal("received"), promise: Base64 });

/** The promise as it is kept in a file. */
export function formatPromise(promise: NodePromise): string {
  return `${JSON.stringify(promise, null, 2)}\n`;
}

/** The promise in this text with what it says, or undefined where it is none, or of another transaction than its header's. */
export function findPromise(
  text: string,
): { readonly promise: SignedPromise; readonly header: TransactionHeader } | undefined {
  const read = text.length > promiseCharsMax ? undefined : NodePromise.safeParse(findJson(text));
  const headerBytes = read?.data && findBase64(read.data.header);
  const promiseBytes = read?.data && findBase64(read.data.promise);
  const header = headerBytes && findHeader(headerBytes);
  const promise = promiseBytes && findPromiseBytes(promiseBytes);
  if (headerBytes === undefined || header === undefined || promise === undefined) return undefined;
  return equalBytes(transactionId(headerBytes), promise.id) ? { promise, header } : undefined;
}

/** Tells each promise in what a node says early about these envelopes; what is none, or about anything else, is left out. */
export function hearPromises(onPromise: OnPromise, envelopes: Uint8Array): (said: unknown) => void {
  return (said) => {
    for (const promise of promisesIn(said, envelopes)) onPromise(promise);
  };
}

function promisesIn(said: unknown, envelopes: Uint8Array): NodePromise[] {
  const given = [said].flat().flatMap((answer) => Received.safeParse(answer).data ?? []);
  const headers = new Map(headersOf(envelopes).map((header) => [toHex(transactionId(header)), header]));
  return given.flatMap(({ promise }) => {
    const bytes = findBase64(promise);
    const signed = bytes && findPromiseBytes(bytes);
    const header = signed && headers.get(toHex(signed.id));
    return header === undefined ? [] : { format, header: toBase64(header), promise };
  });
}

function headersOf(envelopes: Uint8Array): Uint8Array[] {
  const headers: Uint8Array[] = [];
  for (let at = 0; at < envelopes.length; ) {
    const envelope = readEnvelope(envelopes.subarray(at));
    if (typeof envelope === "string") return headers;
    headers.push(envelope.headerBytes);
    at += envelope.length;
  }
  return headers;
}
